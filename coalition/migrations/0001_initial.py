import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.text
import novex_portal.toolkit.ids
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from novex_portal.toolkit.migration_operations import AddTrigger


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('areas', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Article',
            fields=[
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField(verbose_name='nummer')),
                ('title', models.CharField(max_length=150, verbose_name='titel')),
                ('text', models.TextField(verbose_name='tekst')),
                ('version', models.PositiveIntegerField(default=1, verbose_name='versie')),
                ('submission_token', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='gemaakt op')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='gewijzigd op')),
            ],
            options={
                'verbose_name': 'artikel',
                'verbose_name_plural': 'artikelen',
                'ordering': ['chapter__number', 'number'],
            },
        ),
        migrations.CreateModel(
            name='ActionItem',
            fields=[
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('what', models.CharField(max_length=300, verbose_name='afspraak')),
                ('owner', models.CharField(max_length=150, verbose_name='wie')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='voor')),
                ('status', models.CharField(choices=[('open', 'Open'), ('gedaan', 'Gedaan'), ('vervallen', 'Vervallen')], default='open', max_length=20)),
                ('rank', models.PositiveSmallIntegerField(default=0, verbose_name='volgorde')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='action_items', to='areas.area')),
                ('owner_user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='action_items', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'afspraak',
                'verbose_name_plural': 'afspraken',
                'ordering': ['rank', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Agreement',
            fields=[
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('title', models.CharField(max_length=200, verbose_name='titel')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='gemaakt op')),
                ('area', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='agreement', to='areas.area')),
            ],
            options={
                'verbose_name': 'coalitieakkoord',
                'verbose_name_plural': 'coalitieakkoorden',
            },
        ),
        migrations.CreateModel(
            name='AgreementEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, serialize=False)),
                ('title', models.CharField(max_length=200, verbose_name='titel')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='gemaakt op')),
                ('area', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='areas.area')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='coalition.agreement')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AgreementParty',
            fields=[
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('role', models.CharField(choices=[('ondertekenaar', 'Ondertekenaar'), ('agendalid', 'Agendalid'), ('ondersteuner', 'Ondersteuner')], default='ondertekenaar', max_length=20, verbose_name='rol')),
                ('status', models.CharField(choices=[('concept', 'Concept'), ('ambtelijk-akkoord', 'Ambtelijk akkoord'), ('bestuurlijk-akkoord', 'Bestuurlijk akkoord'), ('vastgesteld', 'Vastgesteld'), ('getekend', 'Getekend')], default='concept', max_length=20)),
                ('deciding_body', models.CharField(blank=True, max_length=200, verbose_name='beslissend orgaan')),
                ('signatory_role', models.CharField(blank=True, max_length=150, verbose_name='ondertekenaar (functie)')),
                ('decided_on', models.DateField(blank=True, null=True, verbose_name='besluit van')),
                ('reservation', models.TextField(blank=True, verbose_name='voorbehoud')),
                ('version', models.PositiveIntegerField(default=1, verbose_name='versie')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='gewijzigd op')),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parties', to='coalition.agreement')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreement_parties', to='areas.organisation')),
            ],
            options={
                'verbose_name': 'partij van het akkoord',
                'verbose_name_plural': 'partijen van het akkoord',
            },
        ),
        migrations.CreateModel(
            name='AgreementPartyEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, serialize=False)),
                ('role', models.CharField(choices=[('ondertekenaar', 'Ondertekenaar'), ('agendalid', 'Agendalid'), ('ondersteuner', 'Ondersteuner')], default='ondertekenaar', max_length=20, verbose_name='rol')),
                ('status', models.CharField(choices=[('concept', 'Concept'), ('ambtelijk-akkoord', 'Ambtelijk akkoord'), ('bestuurlijk-akkoord', 'Bestuurlijk akkoord'), ('vastgesteld', 'Vastgesteld'), ('getekend', 'Getekend')], default='concept', max_length=20)),
                ('deciding_body', models.CharField(blank=True, max_length=200, verbose_name='beslissend orgaan')),
                ('signatory_role', models.CharField(blank=True, max_length=150, verbose_name='ondertekenaar (functie)')),
                ('decided_on', models.DateField(blank=True, null=True, verbose_name='besluit van')),
                ('reservation', models.TextField(blank=True, verbose_name='voorbehoud')),
                ('version', models.PositiveIntegerField(default=1, verbose_name='versie')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='gewijzigd op')),
                ('agreement', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='coalition.agreement')),
                ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='areas.organisation')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='coalition.agreementparty')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AgreementVersion',
            fields=[
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField(verbose_name='versie')),
                ('label', models.CharField(blank=True, max_length=200, verbose_name='waarom deze versie')),
                ('frozen_at', models.DateTimeField(verbose_name='bevroren op')),
                ('snapshot', models.JSONField(verbose_name='tekst')),
                ('submission_token', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, unique=True)),
                ('status', models.CharField(choices=[('wacht', 'Wacht op de PDF'), ('bezig', 'PDF wordt gemaakt'), ('klaar', 'PDF staat klaar'), ('mislukt', 'PDF is niet gelukt')], default='wacht', max_length=10)),
                ('claimed_until', models.DateTimeField(blank=True, null=True)),
                ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='pogingen')),
                ('error', models.CharField(blank=True, max_length=500, verbose_name='fout')),
                ('pdf', models.FileField(blank=True, upload_to='akkoorden/', verbose_name='PDF')),
                ('pdf_size', models.PositiveIntegerField(blank=True, null=True, verbose_name='grootte in bytes')),
                ('pdf_sha256', models.CharField(blank=True, max_length=64, verbose_name='SHA-256')),
                ('pdf_pages', models.PositiveIntegerField(blank=True, null=True, verbose_name='bladzijden')),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='coalition.agreement')),
                ('frozen_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='frozen_versions', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'versie van het akkoord',
                'verbose_name_plural': 'versies van het akkoord',
                'ordering': ['-number'],
            },
        ),
        migrations.CreateModel(
            name='AgreementVersionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, serialize=False)),
                ('number', models.PositiveIntegerField(verbose_name='versie')),
                ('label', models.CharField(blank=True, max_length=200, verbose_name='waarom deze versie')),
                ('frozen_at', models.DateTimeField(verbose_name='bevroren op')),
                ('submission_token', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False)),
                ('status', models.CharField(choices=[('wacht', 'Wacht op de PDF'), ('bezig', 'PDF wordt gemaakt'), ('klaar', 'PDF staat klaar'), ('mislukt', 'PDF is niet gelukt')], default='wacht', max_length=10)),
                ('claimed_until', models.DateTimeField(blank=True, null=True)),
                ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='pogingen')),
                ('error', models.CharField(blank=True, max_length=500, verbose_name='fout')),
                ('pdf', models.FileField(blank=True, upload_to='akkoorden/', verbose_name='PDF')),
                ('pdf_size', models.PositiveIntegerField(blank=True, null=True, verbose_name='grootte in bytes')),
                ('pdf_sha256', models.CharField(blank=True, max_length=64, verbose_name='SHA-256')),
                ('pdf_pages', models.PositiveIntegerField(blank=True, null=True, verbose_name='bladzijden')),
                ('agreement', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='coalition.agreement')),
                ('frozen_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='coalition.agreementversion')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Ambition',
            fields=[
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField(verbose_name='nummer')),
                ('title', models.CharField(max_length=150, verbose_name='titel')),
                ('text', models.TextField(verbose_name='tekst')),
                ('status', models.CharField(choices=[('voorstel', 'Voorstel'), ('gedeeld', 'Gedeeld'), ('in-akkoord', 'In het akkoord'), ('afgevallen', 'Afgevallen')], default='voorstel', max_length=20)),
                ('drop_reason', models.TextField(blank=True, verbose_name='waarom afgevallen')),
                ('version', models.PositiveIntegerField(default=1, verbose_name='versie')),
                ('submission_token', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='gemaakt op')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='gewijzigd op')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ambitions', to='areas.area')),
                ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ambitions', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'gedeelde ambitie',
                'verbose_name_plural': 'gedeelde ambities',
                'ordering': ['number'],
            },
        ),
        migrations.CreateModel(
            name='AmbitionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, serialize=False)),
                ('number', models.PositiveSmallIntegerField(verbose_name='nummer')),
                ('title', models.CharField(max_length=150, verbose_name='titel')),
                ('text', models.TextField(verbose_name='tekst')),
                ('status', models.CharField(choices=[('voorstel', 'Voorstel'), ('gedeeld', 'Gedeeld'), ('in-akkoord', 'In het akkoord'), ('afgevallen', 'Afgevallen')], default='voorstel', max_length=20)),
                ('drop_reason', models.TextField(blank=True, verbose_name='waarom afgevallen')),
                ('version', models.PositiveIntegerField(default=1, verbose_name='versie')),
                ('submission_token', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False)),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='gemaakt op')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='gewijzigd op')),
                ('area', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='areas.area')),
                ('created_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='coalition.ambition')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AmbitionStatement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ambition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='statement_links', to='coalition.ambition')),
            ],
        ),
        migrations.CreateModel(
            name='ArticleAmbition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ambition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='article_links', to='coalition.ambition')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ambition_links', to='coalition.article')),
            ],
        ),
        migrations.AddField(
            model_name='article',
            name='ambitions',
            field=models.ManyToManyField(related_name='articles', through='coalition.ArticleAmbition', to='coalition.ambition'),
        ),
        migrations.CreateModel(
            name='ArticleAmbitionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('ambition', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='coalition.ambition')),
                ('article', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='coalition.article')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='coalition.articleambition')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ArticleStatement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='statement_links', to='coalition.article')),
            ],
        ),
        migrations.CreateModel(
            name='Chapter',
            fields=[
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField(verbose_name='nummer')),
                ('title', models.CharField(max_length=150, verbose_name='titel')),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='chapters', to='coalition.agreement')),
            ],
            options={
                'verbose_name': 'hoofdstuk',
                'verbose_name_plural': 'hoofdstukken',
                'ordering': ['number'],
            },
        ),
        migrations.CreateModel(
            name='ArticleEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, serialize=False)),
                ('number', models.PositiveSmallIntegerField(verbose_name='nummer')),
                ('title', models.CharField(max_length=150, verbose_name='titel')),
                ('text', models.TextField(verbose_name='tekst')),
                ('version', models.PositiveIntegerField(default=1, verbose_name='versie')),
                ('submission_token', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False)),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='gemaakt op')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='gewijzigd op')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='coalition.article')),
                ('chapter', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='coalition.chapter')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='article',
            name='chapter',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='articles', to='coalition.chapter'),
        ),
        migrations.CreateModel(
            name='ChapterEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, serialize=False)),
                ('number', models.PositiveSmallIntegerField(verbose_name='nummer')),
                ('title', models.CharField(max_length=150, verbose_name='titel')),
                ('agreement', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='coalition.agreement')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='coalition.chapter')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Conversation',
            fields=[
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('submission_token', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, unique=True)),
                ('held_on', models.DateField(verbose_name='datum')),
                ('place', models.CharField(blank=True, max_length=150, verbose_name='plaats')),
                ('form', models.CharField(choices=[('individueel', 'Individueel'), ('groep', 'In een groep')], max_length=20, verbose_name='soort gesprek')),
                ('report', models.TextField(blank=True, verbose_name='verslag')),
                ('confidentiality', models.CharField(choices=[('gebied', 'Gebied'), ('planningsgroep', 'Planningsgroep'), ('vertrouwelijk', 'Vertrouwelijk')], default='planningsgroep', max_length=20, verbose_name='vertrouwelijkheid')),
                ('search', django.contrib.postgres.search.SearchVectorField(editable=False, null=True)),
                ('version', models.PositiveIntegerField(default=1, verbose_name='versie')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='vastgelegd op')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='gewijzigd op')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='conversations', to='areas.area')),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='conversations', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'gesprek',
                'verbose_name_plural': 'gesprekken',
            },
        ),
        migrations.CreateModel(
            name='ActionItemEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, serialize=False)),
                ('what', models.CharField(max_length=300, verbose_name='afspraak')),
                ('owner', models.CharField(max_length=150, verbose_name='wie')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='voor')),
                ('status', models.CharField(choices=[('open', 'Open'), ('gedaan', 'Gedaan'), ('vervallen', 'Vervallen')], default='open', max_length=20)),
                ('rank', models.PositiveSmallIntegerField(default=0, verbose_name='volgorde')),
                ('area', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='areas.area')),
                ('owner_user', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='coalition.actionitem')),
                ('conversation', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='coalition.conversation')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='actionitem',
            name='conversation',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='action_items', to='coalition.conversation'),
        ),
        migrations.CreateModel(
            name='ConversationChallenge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('challenge', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='areas.challenge')),
                ('conversation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='coalition.conversation')),
            ],
        ),
        migrations.AddField(
            model_name='conversation',
            name='challenges',
            field=models.ManyToManyField(related_name='conversations', through='coalition.ConversationChallenge', to='areas.challenge'),
        ),
        migrations.CreateModel(
            name='ConversationChallengeEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('challenge', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='areas.challenge')),
                ('conversation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='coalition.conversation')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='coalition.conversationchallenge')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ConversationDraft',
            fields=[
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('data', models.JSONField(default=dict, verbose_name='formulier')),
                ('version', models.PositiveIntegerField(default=1, verbose_name='versie')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='conversation_drafts', to='areas.area')),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='conversation_drafts', to=settings.AUTH_USER_MODEL)),
                ('conversation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='drafts', to='coalition.conversation')),
            ],
            options={
                'verbose_name': 'concept van een gesprek',
                'verbose_name_plural': 'concepten van gesprekken',
            },
        ),
        migrations.CreateModel(
            name='ConversationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, serialize=False)),
                ('submission_token', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False)),
                ('held_on', models.DateField(verbose_name='datum')),
                ('place', models.CharField(blank=True, max_length=150, verbose_name='plaats')),
                ('form', models.CharField(choices=[('individueel', 'Individueel'), ('groep', 'In een groep')], max_length=20, verbose_name='soort gesprek')),
                ('report', models.TextField(blank=True, verbose_name='verslag')),
                ('confidentiality', models.CharField(choices=[('gebied', 'Gebied'), ('planningsgroep', 'Planningsgroep'), ('vertrouwelijk', 'Vertrouwelijk')], default='planningsgroep', max_length=20, verbose_name='vertrouwelijkheid')),
                ('version', models.PositiveIntegerField(default=1, verbose_name='versie')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='vastgelegd op')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='gewijzigd op')),
                ('area', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='areas.area')),
                ('author', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='coalition.conversation')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ConversationReader',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('conversation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='coalition.conversation')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.AddField(
            model_name='conversation',
            name='readers',
            field=models.ManyToManyField(related_name='readable_conversations', through='coalition.ConversationReader', to=settings.AUTH_USER_MODEL),
        ),
        migrations.CreateModel(
            name='ConversationReaderEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('conversation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='coalition.conversation')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='coalition.conversationreader')),
                ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Participant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('conversation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='participants', to='coalition.conversation')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='participations', to='areas.organisation')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='participations', to='areas.person')),
            ],
            options={
                'verbose_name': 'deelnemer aan een gesprek',
                'verbose_name_plural': 'deelnemers aan een gesprek',
            },
        ),
        migrations.CreateModel(
            name='ParticipantEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('conversation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='coalition.conversation')),
                ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='areas.organisation')),
                ('person', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='areas.person')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='coalition.participant')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PartyContact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('conversation_count', models.PositiveIntegerField(default=0, verbose_name='gesprekken')),
                ('statement_count', models.PositiveIntegerField(default=0, verbose_name='uitspraken')),
                ('first_held_on', models.DateField(null=True, verbose_name='eerste gesprek')),
                ('last_held_on', models.DateField(null=True, verbose_name='laatste gesprek')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='party_contacts', to='areas.area')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='party_contacts', to='areas.organisation')),
            ],
            options={
                'verbose_name': 'contact met een partij',
                'verbose_name_plural': 'contact met partijen',
            },
        ),
        migrations.CreateModel(
            name='ReadEvent',
            fields=[
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('way', models.CharField(choices=[('pagina', 'Gelezen'), ('export', 'Gedownload'), ('geschiedenis', 'Geschiedenis gelezen')], default='pagina', max_length=20, verbose_name='hoe')),
                ('read_at', models.DateTimeField(auto_now_add=True, verbose_name='gelezen op')),
                ('conversation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='read_events', to='coalition.conversation')),
                ('reader', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='read_events', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'lezing',
                'verbose_name_plural': 'leeslog',
                'ordering': ['-read_at'],
            },
        ),
        migrations.CreateModel(
            name='Statement',
            fields=[
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('position', models.TextField(verbose_name='standpunt')),
                ('interest', models.TextField(blank=True, verbose_name='belang')),
                ('stance', models.CharField(choices=[('steunt', 'Steunt'), ('mits', 'Steunt onder voorwaarden'), ('neutraal', 'Neutraal'), ('bezwaar', 'Bezwaar')], max_length=20, verbose_name='houding')),
                ('urgency', models.PositiveSmallIntegerField(choices=[(1, '1: geen haast'), (2, '2: kan wachten'), (3, '3: dit jaar'), (4, '4: dit kwartaal'), (5, '5: nu')], default=3, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='urgentie')),
                ('rank', models.PositiveSmallIntegerField(default=0, verbose_name='volgorde')),
                ('challenge', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='statements', to='areas.challenge')),
                ('conversation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='statements', to='coalition.conversation')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='statements', to='areas.organisation')),
            ],
            options={
                'verbose_name': 'uitspraak',
                'verbose_name_plural': 'uitspraken',
                'ordering': ['rank', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ArticleStatementEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('article', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='coalition.article')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='coalition.articlestatement')),
                ('statement', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='coalition.statement')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='articlestatement',
            name='statement',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='article_links', to='coalition.statement'),
        ),
        migrations.AddField(
            model_name='article',
            name='statements',
            field=models.ManyToManyField(related_name='articles', through='coalition.ArticleStatement', to='coalition.statement'),
        ),
        migrations.CreateModel(
            name='AmbitionStatementEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('ambition', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='coalition.ambition')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='coalition.ambitionstatement')),
                ('statement', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='coalition.statement')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='ambitionstatement',
            name='statement',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ambition_links', to='coalition.statement'),
        ),
        migrations.AddField(
            model_name='ambition',
            name='statements',
            field=models.ManyToManyField(related_name='ambitions', through='coalition.AmbitionStatement', to='coalition.statement'),
        ),
        migrations.CreateModel(
            name='StatementEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, serialize=False)),
                ('position', models.TextField(verbose_name='standpunt')),
                ('interest', models.TextField(blank=True, verbose_name='belang')),
                ('stance', models.CharField(choices=[('steunt', 'Steunt'), ('mits', 'Steunt onder voorwaarden'), ('neutraal', 'Neutraal'), ('bezwaar', 'Bezwaar')], max_length=20, verbose_name='houding')),
                ('urgency', models.PositiveSmallIntegerField(choices=[(1, '1: geen haast'), (2, '2: kan wachten'), (3, '3: dit jaar'), (4, '4: dit kwartaal'), (5, '5: nu')], default=3, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='urgentie')),
                ('rank', models.PositiveSmallIntegerField(default=0, verbose_name='volgorde')),
                ('challenge', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='areas.challenge')),
                ('conversation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='coalition.conversation')),
                ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='areas.organisation')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='coalition.statement')),
            ],
            options={
                'abstract': False,
            },
        ),
        AddTrigger(
            model_name='agreement',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "coalition_agreementevent" ("area_id", "created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") VALUES (NEW."area_id", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."title"); RETURN NULL;', hash='32e8d2c09c02fb96ee1eb8f5768cb1ae4cdc7891', operation='INSERT', pgid='pgtrigger_insert_insert_d9721', table='coalition_agreement', when='AFTER')),
        ),
        AddTrigger(
            model_name='agreement',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "coalition_agreementevent" ("area_id", "created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") VALUES (NEW."area_id", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."title"); RETURN NULL;', hash='f6f39406ea98524770603464c39618126b28cf2b', operation='UPDATE', pgid='pgtrigger_update_update_47d4a', table='coalition_agreement', when='AFTER')),
        ),
        AddTrigger(
            model_name='agreement',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "coalition_agreementevent" ("area_id", "created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") VALUES (OLD."area_id", OLD."created_at", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."title"); RETURN NULL;', hash='dc8ddc5871d952bcbd07a47a1ec6256ebe2e4f07', operation='DELETE', pgid='pgtrigger_delete_delete_5d027', table='coalition_agreement', when='AFTER')),
        ),
        AddTrigger(
            model_name='agreementevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='4bfec865ef9bc2b60f79463c7b8ff58c5684efc4', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_e4222', table='coalition_agreementevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='agreementparty',
            constraint=models.UniqueConstraint(fields=('agreement', 'organisation'), name='agreement_party_once'),
        ),
        AddTrigger(
            model_name='agreementparty',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "coalition_agreementpartyevent" ("agreement_id", "decided_on", "deciding_body", "id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reservation", "role", "signatory_role", "status", "updated_at", "version") VALUES (NEW."agreement_id", NEW."decided_on", NEW."deciding_body", NEW."id", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reservation", NEW."role", NEW."signatory_role", NEW."status", NEW."updated_at", NEW."version"); RETURN NULL;', hash='0c8d7b7934a2bdaa3ca645ae1162d58be8f50ce9', operation='INSERT', pgid='pgtrigger_insert_insert_1a684', table='coalition_agreementparty', when='AFTER')),
        ),
        AddTrigger(
            model_name='agreementparty',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "coalition_agreementpartyevent" ("agreement_id", "decided_on", "deciding_body", "id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reservation", "role", "signatory_role", "status", "updated_at", "version") VALUES (NEW."agreement_id", NEW."decided_on", NEW."deciding_body", NEW."id", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reservation", NEW."role", NEW."signatory_role", NEW."status", NEW."updated_at", NEW."version"); RETURN NULL;', hash='1566adb2dd6eeba6af9ff62c09eccd2c25a34a43', operation='UPDATE', pgid='pgtrigger_update_update_ed81d', table='coalition_agreementparty', when='AFTER')),
        ),
        AddTrigger(
            model_name='agreementparty',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "coalition_agreementpartyevent" ("agreement_id", "decided_on", "deciding_body", "id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reservation", "role", "signatory_role", "status", "updated_at", "version") VALUES (OLD."agreement_id", OLD."decided_on", OLD."deciding_body", OLD."id", OLD."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reservation", OLD."role", OLD."signatory_role", OLD."status", OLD."updated_at", OLD."version"); RETURN NULL;', hash='d64571a2cb2ba7a80ae7683a99951f52528a1da5', operation='DELETE', pgid='pgtrigger_delete_delete_f983d', table='coalition_agreementparty', when='AFTER')),
        ),
        AddTrigger(
            model_name='agreementpartyevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d445ac0a2a34e76516f326c8af8bbeb4381a7362', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f7cc2', table='coalition_agreementpartyevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='agreementversion',
            constraint=models.UniqueConstraint(fields=('agreement', 'number'), name='version_number_once'),
        ),
        migrations.AddConstraint(
            model_name='agreementversion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'klaar'), _negated=True), models.Q(('pdf_sha256', ''), _negated=True), _connector='OR'), name='ready_version_has_checksum'),
        ),
        AddTrigger(
            model_name='agreementversion',
            trigger=pgtrigger.compiler.Trigger(name='version_is_never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='c9eeb013862275468d6d88f92b80f662c75438ba', operation='DELETE', pgid='pgtrigger_version_is_never_deleted_3ccb3', table='coalition_agreementversion', when='BEFORE')),
        ),
        AddTrigger(
            model_name='agreementversion',
            trigger=pgtrigger.compiler.Trigger(name='version_text_is_frozen', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."agreement_id" IS DISTINCT FROM (NEW."agreement_id") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."label" IS DISTINCT FROM (NEW."label") OR OLD."frozen_by_id" IS DISTINCT FROM (NEW."frozen_by_id") OR OLD."frozen_at" IS DISTINCT FROM (NEW."frozen_at") OR OLD."snapshot" IS DISTINCT FROM (NEW."snapshot"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='6a6c6b6fa1e420fcb94bb946f326505eaa5db984', operation='UPDATE', pgid='pgtrigger_version_text_is_frozen_2c86f', table='coalition_agreementversion', when='BEFORE')),
        ),
        AddTrigger(
            model_name='agreementversion',
            trigger=pgtrigger.compiler.Trigger(name='ready_version_is_frozen', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."status" = \'klaar\')', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='3c7500bf928e04e3401f46fdf1dfcd81a308eb20', operation='UPDATE', pgid='pgtrigger_ready_version_is_frozen_db753', table='coalition_agreementversion', when='BEFORE')),
        ),
        AddTrigger(
            model_name='agreementversion',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "coalition_agreementversionevent" ("agreement_id", "attempts", "claimed_until", "error", "frozen_at", "frozen_by_id", "id", "label", "number", "pdf", "pdf_pages", "pdf_sha256", "pdf_size", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "submission_token") VALUES (NEW."agreement_id", NEW."attempts", NEW."claimed_until", NEW."error", NEW."frozen_at", NEW."frozen_by_id", NEW."id", NEW."label", NEW."number", NEW."pdf", NEW."pdf_pages", NEW."pdf_sha256", NEW."pdf_size", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."status", NEW."submission_token"); RETURN NULL;', hash='e4d94d2c72ab4394bc5e2dede56e836e765d2fcb', operation='INSERT', pgid='pgtrigger_insert_insert_c6ba7', table='coalition_agreementversion', when='AFTER')),
        ),
        AddTrigger(
            model_name='agreementversion',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."agreement_id" IS DISTINCT FROM (NEW."agreement_id") OR OLD."attempts" IS DISTINCT FROM (NEW."attempts") OR OLD."claimed_until" IS DISTINCT FROM (NEW."claimed_until") OR OLD."error" IS DISTINCT FROM (NEW."error") OR OLD."frozen_at" IS DISTINCT FROM (NEW."frozen_at") OR OLD."frozen_by_id" IS DISTINCT FROM (NEW."frozen_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."label" IS DISTINCT FROM (NEW."label") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."pdf" IS DISTINCT FROM (NEW."pdf") OR OLD."pdf_pages" IS DISTINCT FROM (NEW."pdf_pages") OR OLD."pdf_sha256" IS DISTINCT FROM (NEW."pdf_sha256") OR OLD."pdf_size" IS DISTINCT FROM (NEW."pdf_size") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."submission_token" IS DISTINCT FROM (NEW."submission_token"))', func='INSERT INTO "coalition_agreementversionevent" ("agreement_id", "attempts", "claimed_until", "error", "frozen_at", "frozen_by_id", "id", "label", "number", "pdf", "pdf_pages", "pdf_sha256", "pdf_size", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "submission_token") VALUES (NEW."agreement_id", NEW."attempts", NEW."claimed_until", NEW."error", NEW."frozen_at", NEW."frozen_by_id", NEW."id", NEW."label", NEW."number", NEW."pdf", NEW."pdf_pages", NEW."pdf_sha256", NEW."pdf_size", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."status", NEW."submission_token"); RETURN NULL;', hash='c57d714d5cf6ea5c50c846b40d0de7b28f3a135f', operation='UPDATE', pgid='pgtrigger_update_update_95faf', table='coalition_agreementversion', when='AFTER')),
        ),
        AddTrigger(
            model_name='agreementversion',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "coalition_agreementversionevent" ("agreement_id", "attempts", "claimed_until", "error", "frozen_at", "frozen_by_id", "id", "label", "number", "pdf", "pdf_pages", "pdf_sha256", "pdf_size", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "submission_token") VALUES (OLD."agreement_id", OLD."attempts", OLD."claimed_until", OLD."error", OLD."frozen_at", OLD."frozen_by_id", OLD."id", OLD."label", OLD."number", OLD."pdf", OLD."pdf_pages", OLD."pdf_sha256", OLD."pdf_size", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."status", OLD."submission_token"); RETURN NULL;', hash='ec3f288a211714101f8c89b714072d4fc052fadb', operation='DELETE', pgid='pgtrigger_delete_delete_0113f', table='coalition_agreementversion', when='AFTER')),
        ),
        AddTrigger(
            model_name='agreementversionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='3f4bf1d4bd5cc791c3d8475c2837545a4beba984', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_56863', table='coalition_agreementversionevent', when='BEFORE')),
        ),
        AddTrigger(
            model_name='ambitionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='ff9c5863143264b4e9a50f51b5b62d752298591f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_51bf8', table='coalition_ambitionevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='articleambition',
            constraint=models.UniqueConstraint(fields=('article', 'ambition'), name='article_ambition_once'),
        ),
        AddTrigger(
            model_name='articleambition',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "coalition_articleambitionevent" ("ambition_id", "article_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."ambition_id", NEW."article_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='65cede75aa7adf7317aa2b955a8c84ecd096cc42', operation='INSERT', pgid='pgtrigger_insert_insert_f8bf1', table='coalition_articleambition', when='AFTER')),
        ),
        AddTrigger(
            model_name='articleambition',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "coalition_articleambitionevent" ("ambition_id", "article_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."ambition_id", NEW."article_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;', hash='da258b747067ec52facf76c865a1d64cc0cf9329', operation='UPDATE', pgid='pgtrigger_update_update_4b5f6', table='coalition_articleambition', when='AFTER')),
        ),
        AddTrigger(
            model_name='articleambition',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "coalition_articleambitionevent" ("ambition_id", "article_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."ambition_id", OLD."article_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='ea46a1d125d96ea5d53fbaf5259dd1c48fb7a4a6', operation='DELETE', pgid='pgtrigger_delete_delete_aca82', table='coalition_articleambition', when='AFTER')),
        ),
        AddTrigger(
            model_name='articleambitionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='42d4e15c84e3ea6b3a6501c32b41dea93abe47ac', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_b62eb', table='coalition_articleambitionevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='chapter',
            constraint=models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('agreement', 'number'), name='chapter_number_once'),
        ),
        AddTrigger(
            model_name='chapter',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "coalition_chapterevent" ("agreement_id", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") VALUES (NEW."agreement_id", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."title"); RETURN NULL;', hash='645bf77dbaf9b9d6189814d14bde8dbfb458699c', operation='INSERT', pgid='pgtrigger_insert_insert_4f46a', table='coalition_chapter', when='AFTER')),
        ),
        AddTrigger(
            model_name='chapter',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "coalition_chapterevent" ("agreement_id", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") VALUES (NEW."agreement_id", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."title"); RETURN NULL;', hash='2dc2dca38529c2d2d07be76e6ce02c30126759f7', operation='UPDATE', pgid='pgtrigger_update_update_86fb2', table='coalition_chapter', when='AFTER')),
        ),
        AddTrigger(
            model_name='chapter',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "coalition_chapterevent" ("agreement_id", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") VALUES (OLD."agreement_id", OLD."id", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."title"); RETURN NULL;', hash='0577e88d14ffa185191c663d63ca517f6e84bb54', operation='DELETE', pgid='pgtrigger_delete_delete_8b1cf', table='coalition_chapter', when='AFTER')),
        ),
        AddTrigger(
            model_name='articleevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='bc7bfbb8ed30bef2fbf6d73d4eeedd73cde11c14', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_86f59', table='coalition_articleevent', when='BEFORE')),
        ),
        AddTrigger(
            model_name='chapterevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='866439aea8d1f1345ca0a0cc663724049b2793cc', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_1f24b', table='coalition_chapterevent', when='BEFORE')),
        ),
        AddTrigger(
            model_name='actionitemevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='ae346e5f70473754e0129d05f0938bf714fc9b88', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5e0c0', table='coalition_actionitemevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='actionitem',
            index=models.Index(condition=models.Q(('status', 'open')), fields=['owner_user', 'due_on'], name='action_mine'),
        ),
        AddTrigger(
            model_name='actionitem',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "coalition_actionitemevent" ("area_id", "conversation_id", "due_on", "id", "owner", "owner_user_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "status", "what") VALUES (NEW."area_id", NEW."conversation_id", NEW."due_on", NEW."id", NEW."owner", NEW."owner_user_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."rank", NEW."status", NEW."what"); RETURN NULL;', hash='8effe40f0dee391b4f3b9fa74f7a7efe9a8657d5', operation='INSERT', pgid='pgtrigger_insert_insert_1322c', table='coalition_actionitem', when='AFTER')),
        ),
        AddTrigger(
            model_name='actionitem',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "coalition_actionitemevent" ("area_id", "conversation_id", "due_on", "id", "owner", "owner_user_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "status", "what") VALUES (NEW."area_id", NEW."conversation_id", NEW."due_on", NEW."id", NEW."owner", NEW."owner_user_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."rank", NEW."status", NEW."what"); RETURN NULL;', hash='081671d001f1cf46de583cbc09113fd6fed1dd6b', operation='UPDATE', pgid='pgtrigger_update_update_19bf7', table='coalition_actionitem', when='AFTER')),
        ),
        AddTrigger(
            model_name='actionitem',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "coalition_actionitemevent" ("area_id", "conversation_id", "due_on", "id", "owner", "owner_user_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "status", "what") VALUES (OLD."area_id", OLD."conversation_id", OLD."due_on", OLD."id", OLD."owner", OLD."owner_user_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."rank", OLD."status", OLD."what"); RETURN NULL;', hash='f87c58b0d3974c54e623ef4bfbb033ef7ee87c0e', operation='DELETE', pgid='pgtrigger_delete_delete_2e514', table='coalition_actionitem', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='conversationchallenge',
            constraint=models.UniqueConstraint(fields=('conversation', 'challenge'), name='conversation_challenge_once'),
        ),
        AddTrigger(
            model_name='conversationchallenge',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "coalition_conversationchallengeevent" ("challenge_id", "conversation_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."challenge_id", NEW."conversation_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='45e68f95abf890e4ae6f4e080b7ceda64f26808b', operation='INSERT', pgid='pgtrigger_insert_insert_5fb05', table='coalition_conversationchallenge', when='AFTER')),
        ),
        AddTrigger(
            model_name='conversationchallenge',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "coalition_conversationchallengeevent" ("challenge_id", "conversation_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."challenge_id", NEW."conversation_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;', hash='761d0fbea3a346dbdedc63770417f86f30e5ab46', operation='UPDATE', pgid='pgtrigger_update_update_72fd5', table='coalition_conversationchallenge', when='AFTER')),
        ),
        AddTrigger(
            model_name='conversationchallenge',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "coalition_conversationchallengeevent" ("challenge_id", "conversation_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."challenge_id", OLD."conversation_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='5fc94e5cfac975e4b116321189b6d711bc211be0', operation='DELETE', pgid='pgtrigger_delete_delete_45110', table='coalition_conversationchallenge', when='AFTER')),
        ),
        AddTrigger(
            model_name='conversationchallengeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d60d4483598f9278191cb6bb18f6aaa45885131a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_9df5e', table='coalition_conversationchallengeevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='conversationdraft',
            index=models.Index(fields=['author', 'area', '-updated_at'], name='draft_mine'),
        ),
        AddTrigger(
            model_name='conversationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='2368986c1c174c79d38b5a8ed3f71c48d6b8454f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_65891', table='coalition_conversationevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='conversationreader',
            constraint=models.UniqueConstraint(fields=('conversation', 'user'), name='conversation_reader_once'),
        ),
        AddTrigger(
            model_name='conversationreader',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "coalition_conversationreaderevent" ("conversation_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."conversation_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."user_id"); RETURN NULL;', hash='cdeb7726bbe52af7e8a46b2834120b46e6f3ec4e', operation='INSERT', pgid='pgtrigger_insert_insert_25394', table='coalition_conversationreader', when='AFTER')),
        ),
        AddTrigger(
            model_name='conversationreader',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "coalition_conversationreaderevent" ("conversation_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."conversation_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."user_id"); RETURN NULL;', hash='4acc139b4cb3543c6c4cbef58912dc9335adb25a', operation='UPDATE', pgid='pgtrigger_update_update_ccacc', table='coalition_conversationreader', when='AFTER')),
        ),
        AddTrigger(
            model_name='conversationreader',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "coalition_conversationreaderevent" ("conversation_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (OLD."conversation_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."user_id"); RETURN NULL;', hash='1a08d6d6ea6c5760df6f1712129701c6e50fdc3a', operation='DELETE', pgid='pgtrigger_delete_delete_53772', table='coalition_conversationreader', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='conversation',
            index=models.Index(fields=['area', '-held_on', '-id'], name='conversation_list'),
        ),
        migrations.AddIndex(
            model_name='conversation',
            index=models.Index(fields=['area', 'author', '-held_on'], name='conversation_by_author'),
        ),
        migrations.AddIndex(
            model_name='conversation',
            index=django.contrib.postgres.indexes.GinIndex(fields=['search'], name='conversation_words'),
        ),
        AddTrigger(
            model_name='conversation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "coalition_conversationevent" ("area_id", "author_id", "confidentiality", "created_at", "form", "held_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "report", "submission_token", "updated_at", "version") VALUES (NEW."area_id", NEW."author_id", NEW."confidentiality", NEW."created_at", NEW."form", NEW."held_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place", NEW."report", NEW."submission_token", NEW."updated_at", NEW."version"); RETURN NULL;', hash='8bd90ce77b605223694ddf6d0917e05fee748252', operation='INSERT', pgid='pgtrigger_insert_insert_d693c', table='coalition_conversation', when='AFTER')),
        ),
        AddTrigger(
            model_name='conversation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."author_id" IS DISTINCT FROM (NEW."author_id") OR OLD."confidentiality" IS DISTINCT FROM (NEW."confidentiality") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."form" IS DISTINCT FROM (NEW."form") OR OLD."held_on" IS DISTINCT FROM (NEW."held_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."place" IS DISTINCT FROM (NEW."place") OR OLD."report" IS DISTINCT FROM (NEW."report") OR OLD."submission_token" IS DISTINCT FROM (NEW."submission_token") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at") OR OLD."version" IS DISTINCT FROM (NEW."version"))', func='INSERT INTO "coalition_conversationevent" ("area_id", "author_id", "confidentiality", "created_at", "form", "held_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "report", "submission_token", "updated_at", "version") VALUES (NEW."area_id", NEW."author_id", NEW."confidentiality", NEW."created_at", NEW."form", NEW."held_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place", NEW."report", NEW."submission_token", NEW."updated_at", NEW."version"); RETURN NULL;', hash='0a53583e321b13a66e6874f7b05106390206cc71', operation='UPDATE', pgid='pgtrigger_update_update_6f00e', table='coalition_conversation', when='AFTER')),
        ),
        AddTrigger(
            model_name='conversation',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "coalition_conversationevent" ("area_id", "author_id", "confidentiality", "created_at", "form", "held_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "report", "submission_token", "updated_at", "version") VALUES (OLD."area_id", OLD."author_id", OLD."confidentiality", OLD."created_at", OLD."form", OLD."held_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."place", OLD."report", OLD."submission_token", OLD."updated_at", OLD."version"); RETURN NULL;', hash='25d1f3a3a0034253da28077d06bb0bfc1327ac0f', operation='DELETE', pgid='pgtrigger_delete_delete_6072a', table='coalition_conversation', when='AFTER')),
        ),
        AddTrigger(
            model_name='conversationreaderevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='5535a3d22e1ac298fb59fa4c113512322b21f1cd', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5381d', table='coalition_conversationreaderevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='participant',
            constraint=models.UniqueConstraint(fields=('conversation', 'organisation', 'person'), name='participant_once', nulls_distinct=False),
        ),
        AddTrigger(
            model_name='participant',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "coalition_participantevent" ("conversation_id", "id", "organisation_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."conversation_id", NEW."id", NEW."organisation_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='46bd80d24f36ac380ea04a1a976ccff5e871f4e6', operation='INSERT', pgid='pgtrigger_insert_insert_e6bfc', table='coalition_participant', when='AFTER')),
        ),
        AddTrigger(
            model_name='participant',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "coalition_participantevent" ("conversation_id", "id", "organisation_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."conversation_id", NEW."id", NEW."organisation_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;', hash='babb995eab5aa75d65b342e5332086d512e602b7', operation='UPDATE', pgid='pgtrigger_update_update_28ab1', table='coalition_participant', when='AFTER')),
        ),
        AddTrigger(
            model_name='participant',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "coalition_participantevent" ("conversation_id", "id", "organisation_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."conversation_id", OLD."id", OLD."organisation_id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='48027a4be3bafa163a314b02165f688c1596c261', operation='DELETE', pgid='pgtrigger_delete_delete_a643c', table='coalition_participant', when='AFTER')),
        ),
        AddTrigger(
            model_name='participantevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a403fc67e70abd104f23e1488b633a7223be1b8c', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_de886', table='coalition_participantevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='partycontact',
            constraint=models.UniqueConstraint(fields=('area', 'organisation'), name='party_contact_once'),
        ),
        migrations.AddIndex(
            model_name='readevent',
            index=models.Index(fields=['conversation', '-read_at'], name='read_event_list'),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass(django.db.models.functions.text.Upper('position'), name='gin_trgm_ops'), django.contrib.postgres.indexes.OpClass(django.db.models.functions.text.Upper('interest'), name='gin_trgm_ops'), name='statement_words'),
        ),
        migrations.AddConstraint(
            model_name='statement',
            constraint=models.CheckConstraint(condition=models.Q(('urgency__range', (1, 5))), name='statement_urgency_1_to_5'),
        ),
        migrations.AddConstraint(
            model_name='statement',
            constraint=models.CheckConstraint(condition=models.Q(('position', ''), _negated=True), name='statement_has_position'),
        ),
        AddTrigger(
            model_name='statement',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "coalition_statementevent" ("challenge_id", "conversation_id", "id", "interest", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "rank", "stance", "urgency") VALUES (NEW."challenge_id", NEW."conversation_id", NEW."id", NEW."interest", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."rank", NEW."stance", NEW."urgency"); RETURN NULL;', hash='fbd29b3f9046a8903ab826402c6dedb0ddecdb68', operation='INSERT', pgid='pgtrigger_insert_insert_94893', table='coalition_statement', when='AFTER')),
        ),
        AddTrigger(
            model_name='statement',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "coalition_statementevent" ("challenge_id", "conversation_id", "id", "interest", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "rank", "stance", "urgency") VALUES (NEW."challenge_id", NEW."conversation_id", NEW."id", NEW."interest", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."rank", NEW."stance", NEW."urgency"); RETURN NULL;', hash='67b43f87290331db773df04b8b905e72977c7e21', operation='UPDATE', pgid='pgtrigger_update_update_7cdc6', table='coalition_statement', when='AFTER')),
        ),
        AddTrigger(
            model_name='statement',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "coalition_statementevent" ("challenge_id", "conversation_id", "id", "interest", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "rank", "stance", "urgency") VALUES (OLD."challenge_id", OLD."conversation_id", OLD."id", OLD."interest", OLD."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."rank", OLD."stance", OLD."urgency"); RETURN NULL;', hash='76c252d30a7adf055b29f936c7f613b479854560', operation='DELETE', pgid='pgtrigger_delete_delete_8c71e', table='coalition_statement', when='AFTER')),
        ),
        AddTrigger(
            model_name='articlestatementevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='395e0ae6dfe8c0b6f5305e562b825427a8b6783e', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_33ae3', table='coalition_articlestatementevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='articlestatement',
            constraint=models.UniqueConstraint(fields=('article', 'statement'), name='article_statement_once'),
        ),
        AddTrigger(
            model_name='articlestatement',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "coalition_articlestatementevent" ("article_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statement_id") VALUES (NEW."article_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."statement_id"); RETURN NULL;', hash='e80a651c17cecd44feb3493d43002dc2ef539342', operation='INSERT', pgid='pgtrigger_insert_insert_82d4d', table='coalition_articlestatement', when='AFTER')),
        ),
        AddTrigger(
            model_name='articlestatement',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "coalition_articlestatementevent" ("article_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statement_id") VALUES (NEW."article_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."statement_id"); RETURN NULL;', hash='262619b5fc310f627c2aaff5334d4b4009088de2', operation='UPDATE', pgid='pgtrigger_update_update_5a98a', table='coalition_articlestatement', when='AFTER')),
        ),
        AddTrigger(
            model_name='articlestatement',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "coalition_articlestatementevent" ("article_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statement_id") VALUES (OLD."article_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."statement_id"); RETURN NULL;', hash='f94ed8c65119870f8c4131500dba8198fee0bb57', operation='DELETE', pgid='pgtrigger_delete_delete_0cc02', table='coalition_articlestatement', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('chapter', 'number'), name='article_number_once'),
        ),
        AddTrigger(
            model_name='article',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "coalition_articleevent" ("chapter_id", "created_at", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "submission_token", "text", "title", "updated_at", "version") VALUES (NEW."chapter_id", NEW."created_at", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."submission_token", NEW."text", NEW."title", NEW."updated_at", NEW."version"); RETURN NULL;', hash='7b051b726cef411f28c83942203589f344bf9348', operation='INSERT', pgid='pgtrigger_insert_insert_ff9ca', table='coalition_article', when='AFTER')),
        ),
        AddTrigger(
            model_name='article',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "coalition_articleevent" ("chapter_id", "created_at", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "submission_token", "text", "title", "updated_at", "version") VALUES (NEW."chapter_id", NEW."created_at", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."submission_token", NEW."text", NEW."title", NEW."updated_at", NEW."version"); RETURN NULL;', hash='7898045bb10c6464e81cce3406f064ffa7260a02', operation='UPDATE', pgid='pgtrigger_update_update_62a92', table='coalition_article', when='AFTER')),
        ),
        AddTrigger(
            model_name='article',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "coalition_articleevent" ("chapter_id", "created_at", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "submission_token", "text", "title", "updated_at", "version") VALUES (OLD."chapter_id", OLD."created_at", OLD."id", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."submission_token", OLD."text", OLD."title", OLD."updated_at", OLD."version"); RETURN NULL;', hash='8cf3991176163650228e9347575c00c2c7bb9eff', operation='DELETE', pgid='pgtrigger_delete_delete_fd28d', table='coalition_article', when='AFTER')),
        ),
        AddTrigger(
            model_name='ambitionstatementevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='bc2b1805fc0ca2c23fc93af3b932a077bd3c5966', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_8ffbe', table='coalition_ambitionstatementevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='ambitionstatement',
            constraint=models.UniqueConstraint(fields=('ambition', 'statement'), name='ambition_statement_once'),
        ),
        AddTrigger(
            model_name='ambitionstatement',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "coalition_ambitionstatementevent" ("ambition_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statement_id") VALUES (NEW."ambition_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."statement_id"); RETURN NULL;', hash='942f322f2db8c76f638b05b221856d083e6d47ad', operation='INSERT', pgid='pgtrigger_insert_insert_14e72', table='coalition_ambitionstatement', when='AFTER')),
        ),
        AddTrigger(
            model_name='ambitionstatement',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "coalition_ambitionstatementevent" ("ambition_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statement_id") VALUES (NEW."ambition_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."statement_id"); RETURN NULL;', hash='c32b98a536c3c4f25dff6895f0b3244318770098', operation='UPDATE', pgid='pgtrigger_update_update_2cd1c', table='coalition_ambitionstatement', when='AFTER')),
        ),
        AddTrigger(
            model_name='ambitionstatement',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "coalition_ambitionstatementevent" ("ambition_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statement_id") VALUES (OLD."ambition_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."statement_id"); RETURN NULL;', hash='38c45ffdcb772f9c1deb228bc8a99c7e02b5d280', operation='DELETE', pgid='pgtrigger_delete_delete_1f6bd', table='coalition_ambitionstatement', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='ambition',
            constraint=models.UniqueConstraint(fields=('area', 'number'), name='ambition_number_once'),
        ),
        AddTrigger(
            model_name='ambition',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "coalition_ambitionevent" ("area_id", "created_at", "created_by_id", "drop_reason", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "submission_token", "text", "title", "updated_at", "version") VALUES (NEW."area_id", NEW."created_at", NEW."created_by_id", NEW."drop_reason", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."status", NEW."submission_token", NEW."text", NEW."title", NEW."updated_at", NEW."version"); RETURN NULL;', hash='bb985fe03322d9bdb0603a2b535dce7facb9f421', operation='INSERT', pgid='pgtrigger_insert_insert_a3d17', table='coalition_ambition', when='AFTER')),
        ),
        AddTrigger(
            model_name='ambition',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "coalition_ambitionevent" ("area_id", "created_at", "created_by_id", "drop_reason", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "submission_token", "text", "title", "updated_at", "version") VALUES (NEW."area_id", NEW."created_at", NEW."created_by_id", NEW."drop_reason", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."status", NEW."submission_token", NEW."text", NEW."title", NEW."updated_at", NEW."version"); RETURN NULL;', hash='5532334e2bd3a789478a6adac9fde877e4b2f9c5', operation='UPDATE', pgid='pgtrigger_update_update_827ef', table='coalition_ambition', when='AFTER')),
        ),
        AddTrigger(
            model_name='ambition',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "coalition_ambitionevent" ("area_id", "created_at", "created_by_id", "drop_reason", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "submission_token", "text", "title", "updated_at", "version") VALUES (OLD."area_id", OLD."created_at", OLD."created_by_id", OLD."drop_reason", OLD."id", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."status", OLD."submission_token", OLD."text", OLD."title", OLD."updated_at", OLD."version"); RETURN NULL;', hash='44994d03bc6a81e11b4cbea22b67cc21037831bc', operation='DELETE', pgid='pgtrigger_delete_delete_cae74', table='coalition_ambition', when='AFTER')),
        ),
        AddTrigger(
            model_name='statementevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b8b177f31d96742cef6ff8f9a34b5295237b63de', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_204c3', table='coalition_statementevent', when='BEFORE')),
        ),
    ]
