import django.db.models.deletion
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
        ('toolkit', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Checkpoint',
            fields=[
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=150, verbose_name='naam')),
                ('kind', models.CharField(choices=[('ijkmoment', 'IJkmoment'), ('bestuurlijk-overleg', 'Bestuurlijk overleg'), ('eigen', 'Eigen moment')], default='ijkmoment', max_length=20, verbose_name='soort')),
                ('date', models.DateField(verbose_name='datum')),
                ('place', models.CharField(blank=True, max_length=150, verbose_name='plaats')),
                ('version', models.PositiveIntegerField(default=1, verbose_name='versie')),
                ('submission_token', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='gemaakt op')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='gewijzigd op')),
                ('created_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='checkpoints', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'ijkmoment',
                'verbose_name_plural': 'ijkmomenten',
                'ordering': ['date', 'name'],
            },
        ),
        migrations.CreateModel(
            name='CheckpointArea',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='checkpoint_links', to='areas.area')),
                ('checkpoint', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='area_links', to='deliverables.checkpoint')),
            ],
        ),
        migrations.AddField(
            model_name='checkpoint',
            name='areas',
            field=models.ManyToManyField(related_name='checkpoints', through='deliverables.CheckpointArea', to='areas.area'),
        ),
        migrations.CreateModel(
            name='CheckpointAreaEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('area', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='areas.area')),
                ('checkpoint', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='deliverables.checkpoint')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='deliverables.checkpointarea')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CheckpointEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, serialize=False)),
                ('name', models.CharField(max_length=150, verbose_name='naam')),
                ('kind', models.CharField(choices=[('ijkmoment', 'IJkmoment'), ('bestuurlijk-overleg', 'Bestuurlijk overleg'), ('eigen', 'Eigen moment')], default='ijkmoment', max_length=20, verbose_name='soort')),
                ('date', models.DateField(verbose_name='datum')),
                ('place', models.CharField(blank=True, max_length=150, verbose_name='plaats')),
                ('version', models.PositiveIntegerField(default=1, verbose_name='versie')),
                ('submission_token', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False)),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='gemaakt op')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='gewijzigd op')),
                ('created_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='deliverables.checkpoint')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CheckpointResponsible',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('checkpoint', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='responsibles', to='deliverables.checkpoint')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='checkpoint_duties', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='CheckpointResponsibleEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('checkpoint', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='deliverables.checkpoint')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='deliverables.checkpointresponsible')),
                ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Reminder',
            fields=[
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('offset_days', models.SmallIntegerField(verbose_name='dagen ervoor')),
                ('due_at', models.DateTimeField(verbose_name='te versturen op')),
                ('status', models.CharField(choices=[('gepland', 'Gepland'), ('in-outbox', 'Ligt klaar voor verzending')], default='gepland', max_length=10)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('checkpoint', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reminders', to='deliverables.checkpoint')),
                ('mail', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='reminder', to='toolkit.outgoingmail')),
                ('recipient', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reminders', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'herinnering',
                'verbose_name_plural': 'herinneringen',
                'ordering': ['due_at'],
            },
        ),
        migrations.CreateModel(
            name='ReminderEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, serialize=False)),
                ('offset_days', models.SmallIntegerField(verbose_name='dagen ervoor')),
                ('due_at', models.DateTimeField(verbose_name='te versturen op')),
                ('status', models.CharField(choices=[('gepland', 'Gepland'), ('in-outbox', 'Ligt klaar voor verzending')], default='gepland', max_length=10)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('checkpoint', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='deliverables.checkpoint')),
                ('mail', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='toolkit.outgoingmail')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='deliverables.reminder')),
                ('recipient', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Requirement',
            fields=[
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('text', models.CharField(max_length=200, verbose_name='wat klaar moet zijn')),
                ('status', models.CharField(choices=[('niet-gestart', 'Nog niet gestart'), ('loopt', 'Loopt'), ('klaar', 'Klaar')], default='niet-gestart', max_length=20)),
                ('rank', models.PositiveSmallIntegerField(default=0, verbose_name='volgorde')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='requirements', to='areas.area')),
                ('checkpoint', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='requirements', to='deliverables.checkpoint')),
            ],
            options={
                'verbose_name': 'gevraagd stuk',
                'verbose_name_plural': 'gevraagde stukken',
                'ordering': ['rank', 'text'],
            },
        ),
        migrations.CreateModel(
            name='RequirementEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, serialize=False)),
                ('text', models.CharField(max_length=200, verbose_name='wat klaar moet zijn')),
                ('status', models.CharField(choices=[('niet-gestart', 'Nog niet gestart'), ('loopt', 'Loopt'), ('klaar', 'Klaar')], default='niet-gestart', max_length=20)),
                ('rank', models.PositiveSmallIntegerField(default=0, verbose_name='volgorde')),
                ('area', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='areas.area')),
                ('checkpoint', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='deliverables.checkpoint')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='deliverables.requirement')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='checkpointarea',
            constraint=models.UniqueConstraint(fields=('checkpoint', 'area'), name='checkpoint_area_once'),
        ),
        AddTrigger(
            model_name='checkpointarea',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "deliverables_checkpointareaevent" ("area_id", "checkpoint_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."area_id", NEW."checkpoint_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='509a0d31bfae2c794c3a6e21381a84f4db596a93', operation='INSERT', pgid='pgtrigger_insert_insert_7116e', table='deliverables_checkpointarea', when='AFTER')),
        ),
        AddTrigger(
            model_name='checkpointarea',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "deliverables_checkpointareaevent" ("area_id", "checkpoint_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."area_id", NEW."checkpoint_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;', hash='9d6868b336f902fcd1ec8ef00b2669ba91d8de2e', operation='UPDATE', pgid='pgtrigger_update_update_9fa1f', table='deliverables_checkpointarea', when='AFTER')),
        ),
        AddTrigger(
            model_name='checkpointarea',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "deliverables_checkpointareaevent" ("area_id", "checkpoint_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."area_id", OLD."checkpoint_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='4561c425530f29321a0ae387f9f5152409b20034', operation='DELETE', pgid='pgtrigger_delete_delete_86337', table='deliverables_checkpointarea', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='checkpoint',
            index=models.Index(fields=['date'], name='checkpoint_date'),
        ),
        AddTrigger(
            model_name='checkpoint',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "deliverables_checkpointevent" ("created_at", "created_by_id", "date", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "submission_token", "updated_at", "version") VALUES (NEW."created_at", NEW."created_by_id", NEW."date", NEW."id", NEW."kind", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place", NEW."submission_token", NEW."updated_at", NEW."version"); RETURN NULL;', hash='bba3b01b48170a91f803e1cdf81fbe0b191319c6', operation='INSERT', pgid='pgtrigger_insert_insert_530d7', table='deliverables_checkpoint', when='AFTER')),
        ),
        AddTrigger(
            model_name='checkpoint',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "deliverables_checkpointevent" ("created_at", "created_by_id", "date", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "submission_token", "updated_at", "version") VALUES (NEW."created_at", NEW."created_by_id", NEW."date", NEW."id", NEW."kind", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place", NEW."submission_token", NEW."updated_at", NEW."version"); RETURN NULL;', hash='182f2bfc80de3417e2579a9f8b6e86f7de16a021', operation='UPDATE', pgid='pgtrigger_update_update_e68d4', table='deliverables_checkpoint', when='AFTER')),
        ),
        AddTrigger(
            model_name='checkpoint',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "deliverables_checkpointevent" ("created_at", "created_by_id", "date", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "submission_token", "updated_at", "version") VALUES (OLD."created_at", OLD."created_by_id", OLD."date", OLD."id", OLD."kind", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."place", OLD."submission_token", OLD."updated_at", OLD."version"); RETURN NULL;', hash='f30259af1e30827d085a86df16c9d74f4f8112e6', operation='DELETE', pgid='pgtrigger_delete_delete_74930', table='deliverables_checkpoint', when='AFTER')),
        ),
        AddTrigger(
            model_name='checkpointareaevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='39280264a08490b6519bf27dc3c5dddf99e740d3', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_463aa', table='deliverables_checkpointareaevent', when='BEFORE')),
        ),
        AddTrigger(
            model_name='checkpointevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='70ca097fd204fb9ec48947f3576cfed2c8f7d7a8', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_77cd4', table='deliverables_checkpointevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='checkpointresponsible',
            constraint=models.UniqueConstraint(fields=('checkpoint', 'user'), name='checkpoint_responsible_once'),
        ),
        AddTrigger(
            model_name='checkpointresponsible',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "deliverables_checkpointresponsibleevent" ("checkpoint_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."checkpoint_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."user_id"); RETURN NULL;', hash='d7e8a8e8fcc732ef136fdfbadd31effffa1ef6b0', operation='INSERT', pgid='pgtrigger_insert_insert_51e2a', table='deliverables_checkpointresponsible', when='AFTER')),
        ),
        AddTrigger(
            model_name='checkpointresponsible',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "deliverables_checkpointresponsibleevent" ("checkpoint_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."checkpoint_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."user_id"); RETURN NULL;', hash='e44a7fed0ab51fc2ebe8cd8c6ee879668bf21484', operation='UPDATE', pgid='pgtrigger_update_update_2d22b', table='deliverables_checkpointresponsible', when='AFTER')),
        ),
        AddTrigger(
            model_name='checkpointresponsible',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "deliverables_checkpointresponsibleevent" ("checkpoint_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (OLD."checkpoint_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."user_id"); RETURN NULL;', hash='ad61689a2b862071e0b290440517a6aa6739a529', operation='DELETE', pgid='pgtrigger_delete_delete_596ac', table='deliverables_checkpointresponsible', when='AFTER')),
        ),
        AddTrigger(
            model_name='checkpointresponsibleevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='69122697f584ae038d05856c70b515db8c74cc5c', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_26c68', table='deliverables_checkpointresponsibleevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='reminder',
            index=models.Index(condition=models.Q(('status', 'gepland')), fields=['due_at'], name='reminder_waiting'),
        ),
        migrations.AddIndex(
            model_name='reminder',
            index=models.Index(fields=['recipient', 'due_at'], name='reminder_mine'),
        ),
        migrations.AddConstraint(
            model_name='reminder',
            constraint=models.UniqueConstraint(fields=('checkpoint', 'recipient', 'offset_days'), name='reminder_once'),
        ),
        AddTrigger(
            model_name='reminder',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "deliverables_reminderevent" ("checkpoint_id", "created_at", "due_at", "id", "mail_id", "offset_days", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recipient_id", "status") SELECT new_values."checkpoint_id", new_values."created_at", new_values."due_at", new_values."id", new_values."mail_id", new_values."offset_days", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."recipient_id", new_values."status" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='574e80a2a253a4203ee62599cc826d2265deb55c', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_49a48', referencing='REFERENCING NEW TABLE AS new_values ', table='deliverables_reminder', when='AFTER')),
        ),
        AddTrigger(
            model_name='reminder',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "deliverables_reminderevent" ("checkpoint_id", "created_at", "due_at", "id", "mail_id", "offset_days", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recipient_id", "status") SELECT new_values."checkpoint_id", new_values."created_at", new_values."due_at", new_values."id", new_values."mail_id", new_values."offset_days", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."recipient_id", new_values."status" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='45545c8c80493f34ff17b314d737f82893ee865b', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_c5f76', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='deliverables_reminder', when='AFTER')),
        ),
        AddTrigger(
            model_name='reminder',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "deliverables_reminderevent" ("checkpoint_id", "created_at", "due_at", "id", "mail_id", "offset_days", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recipient_id", "status") SELECT old_values."checkpoint_id", old_values."created_at", old_values."due_at", old_values."id", old_values."mail_id", old_values."offset_days", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."recipient_id", old_values."status" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='6e4993ff02c9a29cacf6d020989b1f57e26f53e3', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_f8a12', referencing='REFERENCING OLD TABLE AS old_values ', table='deliverables_reminder', when='AFTER')),
        ),
        AddTrigger(
            model_name='reminderevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='7285d857f1d58ba88430be0b2177579b908b39c8', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d992b', table='deliverables_reminderevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='requirement',
            constraint=models.UniqueConstraint(fields=('checkpoint', 'area', 'text'), name='requirement_once'),
        ),
        AddTrigger(
            model_name='requirement',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "deliverables_requirementevent" ("area_id", "checkpoint_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "status", "text") VALUES (NEW."area_id", NEW."checkpoint_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."rank", NEW."status", NEW."text"); RETURN NULL;', hash='451a011b56adef42c3a25261498c5e72e30df620', operation='INSERT', pgid='pgtrigger_insert_insert_90e08', table='deliverables_requirement', when='AFTER')),
        ),
        AddTrigger(
            model_name='requirement',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "deliverables_requirementevent" ("area_id", "checkpoint_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "status", "text") VALUES (NEW."area_id", NEW."checkpoint_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."rank", NEW."status", NEW."text"); RETURN NULL;', hash='291a15ce192c441642323830090e8a4540062cd7', operation='UPDATE', pgid='pgtrigger_update_update_bf39f', table='deliverables_requirement', when='AFTER')),
        ),
        AddTrigger(
            model_name='requirement',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "deliverables_requirementevent" ("area_id", "checkpoint_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "status", "text") VALUES (OLD."area_id", OLD."checkpoint_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."rank", OLD."status", OLD."text"); RETURN NULL;', hash='ea7fd5530e0377ed58110f2f06104be38a3ff61a', operation='DELETE', pgid='pgtrigger_delete_delete_d5541', table='deliverables_requirement', when='AFTER')),
        ),
        AddTrigger(
            model_name='requirementevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='179edbbf47142f289feeb9a23bafb87d63fee31e', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_9c3ce', table='deliverables_requirementevent', when='BEFORE')),
        ),
    ]
