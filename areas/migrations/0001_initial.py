import novex_portal.toolkit.periods
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.text
import novex_portal.toolkit.ids
import pghistory.utils
import pgtrigger.compiler
from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension, UnaccentExtension
from django.conf import settings
from django.db import migrations, models

from novex_portal.toolkit.migration_operations import AddTrigger


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        BtreeGistExtension(),
        TrigramExtension(),
        UnaccentExtension(),
        migrations.CreateModel(
            name='Area',
            fields=[
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField(unique=True, verbose_name='nummer')),
                ('name', models.CharField(max_length=100, unique=True, verbose_name='naam')),
                ('slug', models.SlugField(unique=True)),
                ('on_national_border', models.BooleanField(default=False, verbose_name='aan de landsgrens')),
                ('latitude', models.DecimalField(decimal_places=4, max_digits=7, verbose_name='breedtegraad')),
                ('longitude', models.DecimalField(decimal_places=4, max_digits=7, verbose_name='lengtegraad')),
                ('main_challenge', models.TextField(verbose_name='hoofdopgave')),
                ('source', models.CharField(blank=True, max_length=200, verbose_name='bron')),
            ],
            options={
                'verbose_name': 'NOVEX-gebied',
                'verbose_name_plural': 'NOVEX-gebieden',
                'ordering': ['number'],
            },
        ),
        migrations.CreateModel(
            name='Province',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=60, unique=True, verbose_name='naam')),
                ('slug', models.SlugField(unique=True)),
            ],
            options={
                'verbose_name': 'provincie',
                'verbose_name_plural': 'provincies',
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='ProvinceEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=60, verbose_name='naam')),
                ('slug', models.SlugField(db_index=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='UserEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, serialize=False)),
                ('email', models.EmailField(error_messages={'unique': 'Dit e-mailadres is al bekend.'}, max_length=254, verbose_name='e-mailadres')),
                ('name', models.CharField(blank=True, max_length=150, verbose_name='naam of functie')),
                ('is_staff', models.BooleanField(default=False, verbose_name='technisch beheerder')),
                ('is_active', models.BooleanField(default=True, verbose_name='actief')),
                ('joined_at', models.DateTimeField(auto_now_add=True, verbose_name='sinds')),
                ('persona', models.SlugField(blank=True, db_index=False, max_length=60, verbose_name='persona')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='User',
            fields=[
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('email', models.EmailField(error_messages={'unique': 'Dit e-mailadres is al bekend.'}, max_length=254, unique=True, verbose_name='e-mailadres')),
                ('name', models.CharField(blank=True, max_length=150, verbose_name='naam of functie')),
                ('is_staff', models.BooleanField(default=False, verbose_name='technisch beheerder')),
                ('is_active', models.BooleanField(default=True, verbose_name='actief')),
                ('joined_at', models.DateTimeField(auto_now_add=True, verbose_name='sinds')),
                ('persona', models.SlugField(blank=True, max_length=60, verbose_name='persona')),
                ('session_epoch', models.PositiveIntegerField(default=0, editable=False, verbose_name='sessiereeks')),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'verbose_name': 'gebruiker',
                'verbose_name_plural': 'gebruikers',
            },
        ),
        migrations.CreateModel(
            name='AreaEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, serialize=False)),
                ('number', models.PositiveSmallIntegerField(verbose_name='nummer')),
                ('name', models.CharField(max_length=100, verbose_name='naam')),
                ('slug', models.SlugField(db_index=False)),
                ('on_national_border', models.BooleanField(default=False, verbose_name='aan de landsgrens')),
                ('latitude', models.DecimalField(decimal_places=4, max_digits=7, verbose_name='breedtegraad')),
                ('longitude', models.DecimalField(decimal_places=4, max_digits=7, verbose_name='lengtegraad')),
                ('main_challenge', models.TextField(verbose_name='hoofdopgave')),
                ('source', models.CharField(blank=True, max_length=200, verbose_name='bron')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='areas.area')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AreaOrganisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('added_at', models.DateTimeField(auto_now_add=True, verbose_name='toegevoegd op')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='areas.area')),
            ],
            options={
                'verbose_name': 'partij in een gebied',
                'verbose_name_plural': 'partijen in een gebied',
            },
        ),
        migrations.CreateModel(
            name='AreaProvince',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='areas.area')),
                ('province', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='areas.province')),
            ],
        ),
        migrations.CreateModel(
            name='AttentionPoint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(max_length=200, verbose_name='aandachtspunt')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='volgorde')),
                ('source', models.CharField(blank=True, max_length=200, verbose_name='bron')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attention_points', to='areas.area')),
            ],
            options={
                'verbose_name': 'aandachtspunt',
                'verbose_name_plural': 'aandachtspunten',
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='AttentionPointEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('text', models.CharField(max_length=200, verbose_name='aandachtspunt')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='volgorde')),
                ('source', models.CharField(blank=True, max_length=200, verbose_name='bron')),
                ('area', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='areas.area')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='areas.attentionpoint')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Challenge',
            fields=[
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('hoofd', 'Hoofdopgave'), ('meekoppelend', 'Meekoppelende opgave')], default='hoofd', max_length=20, verbose_name='soort')),
                ('title', models.CharField(max_length=150, verbose_name='opgave')),
                ('text', models.TextField(blank=True, verbose_name='toelichting')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='volgorde')),
                ('source', models.CharField(blank=True, max_length=200, verbose_name='bron')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='challenges', to='areas.area')),
            ],
            options={
                'verbose_name': 'opgave',
                'verbose_name_plural': 'opgaven',
                'ordering': ['position', 'title'],
            },
        ),
        migrations.CreateModel(
            name='ChallengeEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, serialize=False)),
                ('kind', models.CharField(choices=[('hoofd', 'Hoofdopgave'), ('meekoppelend', 'Meekoppelende opgave')], default='hoofd', max_length=20, verbose_name='soort')),
                ('title', models.CharField(max_length=150, verbose_name='opgave')),
                ('text', models.TextField(blank=True, verbose_name='toelichting')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='volgorde')),
                ('source', models.CharField(blank=True, max_length=200, verbose_name='bron')),
                ('area', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='areas.area')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='areas.challenge')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('email', models.EmailField(max_length=254, verbose_name='e-mailadres')),
                ('role', models.CharField(choices=[('deelnemer', 'Deelnemer'), ('gespreksvoerder', 'Gespreksvoerder'), ('planningsgroep', 'Planningsgroep'), ('bestuurder', 'Bestuurder'), ('gebiedsbeheerder', 'Gebiedsbeheerder'), ('regieteam', 'Regieteam'), ('auditor', 'Auditor')], max_length=20, verbose_name='rol')),
                ('name', models.CharField(blank=True, max_length=150, verbose_name='naam of functie')),
                ('token_hash', models.CharField(max_length=64, unique=True)),
                ('submission_token', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='gemaakt op')),
                ('expires_at', models.DateTimeField(verbose_name='verloopt op')),
                ('accepted_at', models.DateTimeField(blank=True, null=True, verbose_name='aangenomen op')),
                ('revoked_at', models.DateTimeField(blank=True, null=True, verbose_name='ingetrokken op')),
                ('accepted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='invitations_accepted', to=settings.AUTH_USER_MODEL)),
                ('area', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='areas.area')),
                ('invited_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='invitations_sent', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'uitnodiging',
                'verbose_name_plural': 'uitnodigingen',
                'ordering': ['-created_at'],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('role', models.CharField(choices=[('deelnemer', 'Deelnemer'), ('gespreksvoerder', 'Gespreksvoerder'), ('planningsgroep', 'Planningsgroep'), ('bestuurder', 'Bestuurder'), ('gebiedsbeheerder', 'Gebiedsbeheerder'), ('regieteam', 'Regieteam'), ('auditor', 'Auditor')], max_length=20, verbose_name='rol')),
                ('valid_from', models.DateField(verbose_name='vanaf')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='tot en met')),
                ('ended_at', models.DateTimeField(blank=True, null=True, verbose_name='beëindigd op')),
                ('area', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to='areas.area')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'lidmaatschap',
                'verbose_name_plural': 'lidmaatschappen',
            },
        ),
        migrations.CreateModel(
            name='Milestone',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField(verbose_name='datum')),
                ('month_only', models.BooleanField(default=False, verbose_name='alleen de maand is bekend')),
                ('text', models.CharField(max_length=200, verbose_name='mijlpaal')),
                ('source', models.CharField(blank=True, max_length=200, verbose_name='bron')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='milestones', to='areas.area')),
            ],
            options={
                'verbose_name': 'mijlpaal',
                'verbose_name_plural': 'mijlpalen',
                'ordering': ['on'],
            },
        ),
        migrations.CreateModel(
            name='MilestoneEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('on', models.DateField(verbose_name='datum')),
                ('month_only', models.BooleanField(default=False, verbose_name='alleen de maand is bekend')),
                ('text', models.CharField(max_length=200, verbose_name='mijlpaal')),
                ('source', models.CharField(blank=True, max_length=200, verbose_name='bron')),
                ('area', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='areas.area')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='areas.milestone')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=200, verbose_name='naam')),
                ('kind', models.CharField(choices=[('rijk', 'Rijk'), ('provincie', 'Provincie'), ('gemeente', 'Gemeente'), ('waterschap', 'Waterschap'), ('maatschappelijk', 'Maatschappelijke organisatie'), ('bedrijf', 'Bedrijf'), ('kennisinstelling', 'Kennisinstelling'), ('bewoners', 'Bewoners')], max_length=20, verbose_name='soort partij')),
                ('website', models.URLField(blank=True, verbose_name='website')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='gemaakt op')),
                ('areas', models.ManyToManyField(related_name='organisations', through='areas.AreaOrganisation', to='areas.area')),
            ],
            options={
                'verbose_name': 'organisatie',
                'verbose_name_plural': 'organisaties',
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='MembershipEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, serialize=False)),
                ('role', models.CharField(choices=[('deelnemer', 'Deelnemer'), ('gespreksvoerder', 'Gespreksvoerder'), ('planningsgroep', 'Planningsgroep'), ('bestuurder', 'Bestuurder'), ('gebiedsbeheerder', 'Gebiedsbeheerder'), ('regieteam', 'Regieteam'), ('auditor', 'Auditor')], max_length=20, verbose_name='rol')),
                ('valid_from', models.DateField(verbose_name='vanaf')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='tot en met')),
                ('ended_at', models.DateTimeField(blank=True, null=True, verbose_name='beëindigd op')),
                ('area', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='areas.area')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='areas.membership')),
                ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='areas.organisation')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='membership',
            name='organisation',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='areas.organisation'),
        ),
        migrations.CreateModel(
            name='InvitationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, serialize=False)),
                ('email', models.EmailField(max_length=254, verbose_name='e-mailadres')),
                ('role', models.CharField(choices=[('deelnemer', 'Deelnemer'), ('gespreksvoerder', 'Gespreksvoerder'), ('planningsgroep', 'Planningsgroep'), ('bestuurder', 'Bestuurder'), ('gebiedsbeheerder', 'Gebiedsbeheerder'), ('regieteam', 'Regieteam'), ('auditor', 'Auditor')], max_length=20, verbose_name='rol')),
                ('name', models.CharField(blank=True, max_length=150, verbose_name='naam of functie')),
                ('submission_token', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False)),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='gemaakt op')),
                ('expires_at', models.DateTimeField(verbose_name='verloopt op')),
                ('accepted_at', models.DateTimeField(blank=True, null=True, verbose_name='aangenomen op')),
                ('revoked_at', models.DateTimeField(blank=True, null=True, verbose_name='ingetrokken op')),
                ('accepted_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('area', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='areas.area')),
                ('invited_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='areas.invitation')),
                ('organisation', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='areas.organisation')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='invitation',
            name='organisation',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='areas.organisation'),
        ),
        migrations.CreateModel(
            name='AreaOrganisationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('added_at', models.DateTimeField(auto_now_add=True, verbose_name='toegevoegd op')),
                ('area', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='areas.area')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='areas.areaorganisation')),
                ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='areas.organisation')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='areaorganisation',
            name='organisation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='areas.organisation'),
        ),
        migrations.CreateModel(
            name='OrganisationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, serialize=False)),
                ('name', models.CharField(max_length=200, verbose_name='naam')),
                ('kind', models.CharField(choices=[('rijk', 'Rijk'), ('provincie', 'Provincie'), ('gemeente', 'Gemeente'), ('waterschap', 'Waterschap'), ('maatschappelijk', 'Maatschappelijke organisatie'), ('bedrijf', 'Bedrijf'), ('kennisinstelling', 'Kennisinstelling'), ('bewoners', 'Bewoners')], max_length=20, verbose_name='soort partij')),
                ('website', models.URLField(blank=True, verbose_name='website')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='gemaakt op')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='areas.organisation')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('role', models.CharField(max_length=150, verbose_name='rol')),
                ('name', models.CharField(blank=True, max_length=150, verbose_name='naam')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='persons', to='areas.organisation')),
            ],
            options={
                'verbose_name': 'persoon',
                'verbose_name_plural': 'personen',
                'ordering': ['role'],
            },
        ),
        migrations.CreateModel(
            name='PersonEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, serialize=False)),
                ('role', models.CharField(max_length=150, verbose_name='rol')),
                ('name', models.CharField(blank=True, max_length=150, verbose_name='naam')),
                ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='areas.organisation')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='areas.person')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AreaProvinceEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('area', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='areas.area')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='areas.areaprovince')),
                ('province', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='areas.province')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='area',
            name='provinces',
            field=models.ManyToManyField(related_name='areas', through='areas.AreaProvince', to='areas.province'),
        ),
        AddTrigger(
            model_name='province',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "areas_provinceevent" ("id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") VALUES (NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."slug"); RETURN NULL;', hash='93cc7f9b7084e0f704c53537e8f8bfe4567183cb', operation='INSERT', pgid='pgtrigger_insert_insert_52a71', table='areas_province', when='AFTER')),
        ),
        AddTrigger(
            model_name='province',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "areas_provinceevent" ("id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") VALUES (NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."slug"); RETURN NULL;', hash='fb4abbdbce447dbf01cb4535ef6c8a84d6827209', operation='UPDATE', pgid='pgtrigger_update_update_b8d57', table='areas_province', when='AFTER')),
        ),
        AddTrigger(
            model_name='province',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "areas_provinceevent" ("id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") VALUES (OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."slug"); RETURN NULL;', hash='e426916489261fc1f82e49fffa8b44fab14d132d', operation='DELETE', pgid='pgtrigger_delete_delete_016df', table='areas_province', when='AFTER')),
        ),
        migrations.AddField(
            model_name='provinceevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='areas.province'),
        ),
        migrations.AddField(
            model_name='userevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='user',
            constraint=models.UniqueConstraint(django.db.models.functions.text.Lower('email'), name='user_email_once'),
        ),
        migrations.AddConstraint(
            model_name='user',
            constraint=models.UniqueConstraint(condition=models.Q(('persona', ''), _negated=True), fields=('persona',), name='user_persona_once'),
        ),
        AddTrigger(
            model_name='user',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "areas_userevent" ("email", "id", "is_active", "is_staff", "is_superuser", "joined_at", "name", "persona", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."email", NEW."id", NEW."is_active", NEW."is_staff", NEW."is_superuser", NEW."joined_at", NEW."name", NEW."persona", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='00761a5c370f5c5190cbc662d659acd2a09583dc', operation='INSERT', pgid='pgtrigger_insert_insert_12333', table='areas_user', when='AFTER')),
        ),
        AddTrigger(
            model_name='user',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."is_staff" IS DISTINCT FROM (NEW."is_staff") OR OLD."is_superuser" IS DISTINCT FROM (NEW."is_superuser") OR OLD."joined_at" IS DISTINCT FROM (NEW."joined_at") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."persona" IS DISTINCT FROM (NEW."persona"))', func='INSERT INTO "areas_userevent" ("email", "id", "is_active", "is_staff", "is_superuser", "joined_at", "name", "persona", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."email", NEW."id", NEW."is_active", NEW."is_staff", NEW."is_superuser", NEW."joined_at", NEW."name", NEW."persona", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;', hash='defaf21f7b47276376aa995bbd322967b38ed1af', operation='UPDATE', pgid='pgtrigger_update_update_64879', table='areas_user', when='AFTER')),
        ),
        AddTrigger(
            model_name='user',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "areas_userevent" ("email", "id", "is_active", "is_staff", "is_superuser", "joined_at", "name", "persona", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."email", OLD."id", OLD."is_active", OLD."is_staff", OLD."is_superuser", OLD."joined_at", OLD."name", OLD."persona", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='45d6ca64d2dbbb7385d5b0883e8c6984da80b86a', operation='DELETE', pgid='pgtrigger_delete_delete_8e8a2', table='areas_user', when='AFTER')),
        ),
        AddTrigger(
            model_name='areaevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='2b7bab79dc21f5da97db480fcf7872e0cebfd2e6', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_7797e', table='areas_areaevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='attentionpoint',
            constraint=models.UniqueConstraint(fields=('area', 'text'), name='attention_point_once'),
        ),
        AddTrigger(
            model_name='attentionpoint',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "areas_attentionpointevent" ("area_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "source", "text") VALUES (NEW."area_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."source", NEW."text"); RETURN NULL;', hash='2cc4bbfd3963eb1f7861d3e6c6944394deb32c71', operation='INSERT', pgid='pgtrigger_insert_insert_d963f', table='areas_attentionpoint', when='AFTER')),
        ),
        AddTrigger(
            model_name='attentionpoint',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "areas_attentionpointevent" ("area_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "source", "text") VALUES (NEW."area_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."source", NEW."text"); RETURN NULL;', hash='b90552a307e3560342903971aded956ab4accc61', operation='UPDATE', pgid='pgtrigger_update_update_6e55e', table='areas_attentionpoint', when='AFTER')),
        ),
        AddTrigger(
            model_name='attentionpoint',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "areas_attentionpointevent" ("area_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "source", "text") VALUES (OLD."area_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."source", OLD."text"); RETURN NULL;', hash='2c9beef52dcd2c2e402705303841f8bef3cd136a', operation='DELETE', pgid='pgtrigger_delete_delete_48a96', table='areas_attentionpoint', when='AFTER')),
        ),
        AddTrigger(
            model_name='attentionpointevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='74fc397e28be1778baa0722955ad0c6cc32a902c', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6931e', table='areas_attentionpointevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='challenge',
            constraint=models.UniqueConstraint(fields=('area', 'title'), name='challenge_title_once'),
        ),
        AddTrigger(
            model_name='challenge',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "areas_challengeevent" ("area_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "source", "text", "title") VALUES (NEW."area_id", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."source", NEW."text", NEW."title"); RETURN NULL;', hash='cd7c198bdd5602cb8101b3fa333b3f89ba6a2e4a', operation='INSERT', pgid='pgtrigger_insert_insert_ea4a2', table='areas_challenge', when='AFTER')),
        ),
        AddTrigger(
            model_name='challenge',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "areas_challengeevent" ("area_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "source", "text", "title") VALUES (NEW."area_id", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."source", NEW."text", NEW."title"); RETURN NULL;', hash='fd22f0d1c24a968ef3edab3b1b2d35d94abae220', operation='UPDATE', pgid='pgtrigger_update_update_1d036', table='areas_challenge', when='AFTER')),
        ),
        AddTrigger(
            model_name='challenge',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "areas_challengeevent" ("area_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "source", "text", "title") VALUES (OLD."area_id", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."source", OLD."text", OLD."title"); RETURN NULL;', hash='ada358f8d59957b4f1a96c8ed37e207d7c3e3d57', operation='DELETE', pgid='pgtrigger_delete_delete_e6b54', table='areas_challenge', when='AFTER')),
        ),
        AddTrigger(
            model_name='challengeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='376009c43af53e25efa4f3b61b9b81a2bd832326', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_1703d', table='areas_challengeevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='milestone',
            constraint=models.UniqueConstraint(fields=('area', 'text'), name='milestone_once'),
        ),
        AddTrigger(
            model_name='milestone',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "areas_milestoneevent" ("area_id", "id", "month_only", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "text") VALUES (NEW."area_id", NEW."id", NEW."month_only", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."source", NEW."text"); RETURN NULL;', hash='48b53be551e4ffc57ee44507e9fe41ba26b91554', operation='INSERT', pgid='pgtrigger_insert_insert_b8046', table='areas_milestone', when='AFTER')),
        ),
        AddTrigger(
            model_name='milestone',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "areas_milestoneevent" ("area_id", "id", "month_only", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "text") VALUES (NEW."area_id", NEW."id", NEW."month_only", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."source", NEW."text"); RETURN NULL;', hash='2d7cfd96102f1ae17fc93270854d8d52a4b66f85', operation='UPDATE', pgid='pgtrigger_update_update_f19b5', table='areas_milestone', when='AFTER')),
        ),
        AddTrigger(
            model_name='milestone',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "areas_milestoneevent" ("area_id", "id", "month_only", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "text") VALUES (OLD."area_id", OLD."id", OLD."month_only", OLD."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."source", OLD."text"); RETURN NULL;', hash='be0694f93852597fda17d33536397789e20558a2', operation='DELETE', pgid='pgtrigger_delete_delete_93828', table='areas_milestone', when='AFTER')),
        ),
        AddTrigger(
            model_name='milestoneevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='0e548322a0f8f0980c839708e76f6f745e56b2de', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c9538', table='areas_milestoneevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='organisation',
            constraint=models.UniqueConstraint(django.db.models.functions.text.Lower('name'), name='organisation_name_once'),
        ),
        migrations.AddConstraint(
            model_name='organisation',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='organisation_has_name'),
        ),
        AddTrigger(
            model_name='organisation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "areas_organisationevent" ("created_at", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "website") VALUES (NEW."created_at", NEW."id", NEW."kind", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."website"); RETURN NULL;', hash='1d4d89dd6124f47273ee24bda76ea015c57ce9cf', operation='INSERT', pgid='pgtrigger_insert_insert_3fb1c', table='areas_organisation', when='AFTER')),
        ),
        AddTrigger(
            model_name='organisation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "areas_organisationevent" ("created_at", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "website") VALUES (NEW."created_at", NEW."id", NEW."kind", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."website"); RETURN NULL;', hash='effea558054cc85d49cbe9cfae6e9ce9e65aa5a8', operation='UPDATE', pgid='pgtrigger_update_update_5ab88', table='areas_organisation', when='AFTER')),
        ),
        AddTrigger(
            model_name='organisation',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "areas_organisationevent" ("created_at", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "website") VALUES (OLD."created_at", OLD."id", OLD."kind", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."website"); RETURN NULL;', hash='6870a6dea6a9418fbfe793cf42afeeeb3d074618', operation='DELETE', pgid='pgtrigger_delete_delete_c2fe3', table='areas_organisation', when='AFTER')),
        ),
        AddTrigger(
            model_name='membershipevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='2d83c74077190efc406f9cff6879a14aca67c486', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_084ee', table='areas_membershipevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.CheckConstraint(condition=models.Q(('valid_until__isnull', True), ('valid_until__gte', models.F('valid_from')), _connector='OR'), name='membership_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('area__isnull', True), ('role__in', ['auditor', 'regieteam'])), models.Q(('area__isnull', False), models.Q(('role__in', ['auditor', 'regieteam']), _negated=True)), _connector='OR'), name='membership_area_fits_role'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('ended_at__isnull', True)), expressions=[('user', '='), (django.db.models.functions.comparison.Coalesce('area', models.Value('00000000-0000-0000-0000-000000000000', output_field=models.UUIDField())), '='), ('role', '='), (novex_portal.toolkit.periods.DateRange('valid_from', 'valid_until', django.contrib.postgres.fields.ranges.RangeBoundary(inclusive_upper=True)), '&&')], name='membership_role_once_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.CheckConstraint(condition=models.Q(('ended_at__isnull', True), ('valid_until__isnull', False), _connector='OR'), name='membership_ended_has_last_day'),
        ),
        AddTrigger(
            model_name='membership',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "areas_membershipevent" ("area_id", "ended_at", "id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id", "valid_from", "valid_until") VALUES (NEW."area_id", NEW."ended_at", NEW."id", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."role", NEW."user_id", NEW."valid_from", NEW."valid_until"); RETURN NULL;', hash='4f61b24f78f7bd361160bac7b5be92203fc96b99', operation='INSERT', pgid='pgtrigger_insert_insert_caa0d', table='areas_membership', when='AFTER')),
        ),
        AddTrigger(
            model_name='membership',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "areas_membershipevent" ("area_id", "ended_at", "id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id", "valid_from", "valid_until") VALUES (NEW."area_id", NEW."ended_at", NEW."id", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."role", NEW."user_id", NEW."valid_from", NEW."valid_until"); RETURN NULL;', hash='110214672d815702aefc31ac7a7b9f2a95271dd9', operation='UPDATE', pgid='pgtrigger_update_update_72d97', table='areas_membership', when='AFTER')),
        ),
        AddTrigger(
            model_name='membership',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "areas_membershipevent" ("area_id", "ended_at", "id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id", "valid_from", "valid_until") VALUES (OLD."area_id", OLD."ended_at", OLD."id", OLD."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."role", OLD."user_id", OLD."valid_from", OLD."valid_until"); RETURN NULL;', hash='76acc1f479c327e76d5c23b1e9ebd2120f938d19', operation='DELETE', pgid='pgtrigger_delete_delete_dbc79', table='areas_membership', when='AFTER')),
        ),
        AddTrigger(
            model_name='invitationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='dab0d01a465e4db6ebc00f3234d91a5598504970', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_e3103', table='areas_invitationevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='invitation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('area__isnull', True), ('role__in', ['auditor', 'regieteam'])), models.Q(('area__isnull', False), models.Q(('role__in', ['auditor', 'regieteam']), _negated=True)), _connector='OR'), name='invitation_area_fits_role'),
        ),
        migrations.AddConstraint(
            model_name='invitation',
            constraint=models.UniqueConstraint(django.db.models.functions.text.Lower('email'), models.F('role'), django.db.models.functions.comparison.Coalesce('area', models.Value('00000000-0000-0000-0000-000000000000', output_field=models.UUIDField())), condition=models.Q(('accepted_at__isnull', True), ('revoked_at__isnull', True)), name='invitation_open_once'),
        ),
        AddTrigger(
            model_name='invitation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "areas_invitationevent" ("accepted_at", "accepted_by_id", "area_id", "created_at", "email", "expires_at", "id", "invited_by_id", "name", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revoked_at", "role", "submission_token") VALUES (NEW."accepted_at", NEW."accepted_by_id", NEW."area_id", NEW."created_at", NEW."email", NEW."expires_at", NEW."id", NEW."invited_by_id", NEW."name", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."revoked_at", NEW."role", NEW."submission_token"); RETURN NULL;', hash='07dc8425d861724ffd530f46fc0d71358ddc33d1', operation='INSERT', pgid='pgtrigger_insert_insert_4357e', table='areas_invitation', when='AFTER')),
        ),
        AddTrigger(
            model_name='invitation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."accepted_at" IS DISTINCT FROM (NEW."accepted_at") OR OLD."accepted_by_id" IS DISTINCT FROM (NEW."accepted_by_id") OR OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."expires_at" IS DISTINCT FROM (NEW."expires_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."invited_by_id" IS DISTINCT FROM (NEW."invited_by_id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."revoked_at" IS DISTINCT FROM (NEW."revoked_at") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."submission_token" IS DISTINCT FROM (NEW."submission_token"))', func='INSERT INTO "areas_invitationevent" ("accepted_at", "accepted_by_id", "area_id", "created_at", "email", "expires_at", "id", "invited_by_id", "name", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revoked_at", "role", "submission_token") VALUES (NEW."accepted_at", NEW."accepted_by_id", NEW."area_id", NEW."created_at", NEW."email", NEW."expires_at", NEW."id", NEW."invited_by_id", NEW."name", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."revoked_at", NEW."role", NEW."submission_token"); RETURN NULL;', hash='f01655492d7b8391a3b57f4fd706734466a09333', operation='UPDATE', pgid='pgtrigger_update_update_df0de', table='areas_invitation', when='AFTER')),
        ),
        AddTrigger(
            model_name='invitation',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "areas_invitationevent" ("accepted_at", "accepted_by_id", "area_id", "created_at", "email", "expires_at", "id", "invited_by_id", "name", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revoked_at", "role", "submission_token") VALUES (OLD."accepted_at", OLD."accepted_by_id", OLD."area_id", OLD."created_at", OLD."email", OLD."expires_at", OLD."id", OLD."invited_by_id", OLD."name", OLD."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."revoked_at", OLD."role", OLD."submission_token"); RETURN NULL;', hash='a35af725c2e46264ba7870213aa43e5e8c2dca91', operation='DELETE', pgid='pgtrigger_delete_delete_45a97', table='areas_invitation', when='AFTER')),
        ),
        AddTrigger(
            model_name='areaorganisationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='5140f0aeb694b675b72733861f801bef0598c005', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6e58a', table='areas_areaorganisationevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='areaorganisation',
            constraint=models.UniqueConstraint(fields=('area', 'organisation'), name='area_organisation_once'),
        ),
        AddTrigger(
            model_name='areaorganisation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "areas_areaorganisationevent" ("added_at", "area_id", "id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."added_at", NEW."area_id", NEW."id", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='1fe0341c9e84f71913ee0a27677811b2a1051bd9', operation='INSERT', pgid='pgtrigger_insert_insert_1cc39', table='areas_areaorganisation', when='AFTER')),
        ),
        AddTrigger(
            model_name='areaorganisation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "areas_areaorganisationevent" ("added_at", "area_id", "id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."added_at", NEW."area_id", NEW."id", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;', hash='268dddbec21a8803c071e3f48bb432256da1d414', operation='UPDATE', pgid='pgtrigger_update_update_98dca', table='areas_areaorganisation', when='AFTER')),
        ),
        AddTrigger(
            model_name='areaorganisation',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "areas_areaorganisationevent" ("added_at", "area_id", "id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."added_at", OLD."area_id", OLD."id", OLD."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='d836950df8e1126464b47d2b0fbdf688abaa4f23', operation='DELETE', pgid='pgtrigger_delete_delete_d939e', table='areas_areaorganisation', when='AFTER')),
        ),
        AddTrigger(
            model_name='organisationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='3a5b4233b8240dfd29714d86d5b22ae8b91c6fb6', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d34ef', table='areas_organisationevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='person',
            constraint=models.UniqueConstraint(models.F('organisation'), django.db.models.functions.text.Lower('role'), django.db.models.functions.text.Lower('name'), name='person_role_once'),
        ),
        migrations.AddConstraint(
            model_name='person',
            constraint=models.CheckConstraint(condition=models.Q(('role', ''), _negated=True), name='person_has_role'),
        ),
        AddTrigger(
            model_name='person',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "areas_personevent" ("id", "name", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") VALUES (NEW."id", NEW."name", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."role"); RETURN NULL;', hash='f61c0a3d9e330a386ef353082e58be7ea7d7b59e', operation='INSERT', pgid='pgtrigger_insert_insert_e55e3', table='areas_person', when='AFTER')),
        ),
        AddTrigger(
            model_name='person',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "areas_personevent" ("id", "name", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") VALUES (NEW."id", NEW."name", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."role"); RETURN NULL;', hash='4ac0e2cd4b551679f6613f450e11659b581c1a3a', operation='UPDATE', pgid='pgtrigger_update_update_acc51', table='areas_person', when='AFTER')),
        ),
        AddTrigger(
            model_name='person',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "areas_personevent" ("id", "name", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") VALUES (OLD."id", OLD."name", OLD."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."role"); RETURN NULL;', hash='bab3ac61a6c44f194824f38a96852250fb099c01', operation='DELETE', pgid='pgtrigger_delete_delete_4b452', table='areas_person', when='AFTER')),
        ),
        AddTrigger(
            model_name='personevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='f65462b7435254b9f7f0a3f3fe05bd8f7cea3e09', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_567e7', table='areas_personevent', when='BEFORE')),
        ),
        AddTrigger(
            model_name='areaprovinceevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='fd038342061bc31992690a6877618f357570f9c1', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d10e5', table='areas_areaprovinceevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='areaprovince',
            constraint=models.UniqueConstraint(fields=('area', 'province'), name='area_province_once'),
        ),
        AddTrigger(
            model_name='areaprovince',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "areas_areaprovinceevent" ("area_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province_id") VALUES (NEW."area_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."province_id"); RETURN NULL;', hash='c4724c0d57559aa415e2a0e3abb1e5870afb981c', operation='INSERT', pgid='pgtrigger_insert_insert_2e947', table='areas_areaprovince', when='AFTER')),
        ),
        AddTrigger(
            model_name='areaprovince',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "areas_areaprovinceevent" ("area_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province_id") VALUES (NEW."area_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."province_id"); RETURN NULL;', hash='89317c423593e42c06dcd2ad9fffa5af5fd7faf9', operation='UPDATE', pgid='pgtrigger_update_update_cfc51', table='areas_areaprovince', when='AFTER')),
        ),
        AddTrigger(
            model_name='areaprovince',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "areas_areaprovinceevent" ("area_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province_id") VALUES (OLD."area_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."province_id"); RETURN NULL;', hash='c20fbb66e28640d4a64de73f00a15ada726fdf54', operation='DELETE', pgid='pgtrigger_delete_delete_ca35e', table='areas_areaprovince', when='AFTER')),
        ),
        AddTrigger(
            model_name='area',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "areas_areaevent" ("id", "latitude", "longitude", "main_challenge", "name", "number", "on_national_border", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "source") VALUES (NEW."id", NEW."latitude", NEW."longitude", NEW."main_challenge", NEW."name", NEW."number", NEW."on_national_border", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."slug", NEW."source"); RETURN NULL;', hash='bfa3af08daa267a596c4ade9737dc4d767bceaf4', operation='INSERT', pgid='pgtrigger_insert_insert_e5c2d', table='areas_area', when='AFTER')),
        ),
        AddTrigger(
            model_name='area',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "areas_areaevent" ("id", "latitude", "longitude", "main_challenge", "name", "number", "on_national_border", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "source") VALUES (NEW."id", NEW."latitude", NEW."longitude", NEW."main_challenge", NEW."name", NEW."number", NEW."on_national_border", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."slug", NEW."source"); RETURN NULL;', hash='1a7436693497705716f6441c43dca699c06cd7f2', operation='UPDATE', pgid='pgtrigger_update_update_e3393', table='areas_area', when='AFTER')),
        ),
        AddTrigger(
            model_name='area',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "areas_areaevent" ("id", "latitude", "longitude", "main_challenge", "name", "number", "on_national_border", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "source") VALUES (OLD."id", OLD."latitude", OLD."longitude", OLD."main_challenge", OLD."name", OLD."number", OLD."on_national_border", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."slug", OLD."source"); RETURN NULL;', hash='aabcce0330694b9ebac9124bba6f276f701a9127', operation='DELETE', pgid='pgtrigger_delete_delete_96aa5', table='areas_area', when='AFTER')),
        ),
        AddTrigger(
            model_name='provinceevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='5d36c47ee28892adb00592a61e4b60c74c1d16b0', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_cc58c', table='areas_provinceevent', when='BEFORE')),
        ),
        AddTrigger(
            model_name='userevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b8424f9a932b4ef1149f9664a853b805aca73921', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a0967', table='areas_userevent', when='BEFORE')),
        ),
    ]
