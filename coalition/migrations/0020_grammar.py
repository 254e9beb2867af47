import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('coalition', '0019_right_of_reply_handled'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='agreement',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='agreement',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='agreement',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='agreement',
            name='grammar',
            field=models.PositiveSmallIntegerField(choices=[(1, 'Zoals vroeger'), (2, 'Zoals getypt')], default=1, verbose_name='leeswijze'),
        ),
        migrations.AlterField(
            model_name='agreement',
            name='grammar',
            field=models.PositiveSmallIntegerField(choices=[(1, 'Zoals vroeger'), (2, 'Zoals getypt')], default=2, verbose_name='leeswijze'),
        ),
        migrations.AddField(
            model_name='agreementevent',
            name='grammar',
            field=models.PositiveSmallIntegerField(choices=[(1, 'Zoals vroeger'), (2, 'Zoals getypt')], default=1, verbose_name='leeswijze'),
        ),
        migrations.AlterField(
            model_name='agreementevent',
            name='grammar',
            field=models.PositiveSmallIntegerField(choices=[(1, 'Zoals vroeger'), (2, 'Zoals getypt')], default=2, verbose_name='leeswijze'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='agreement',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "coalition_agreementevent" ("area_id", "asks_confirmed", "asks_provenance", "created_at", "fixed_up_to", "grammar", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") VALUES (NEW."area_id", NEW."asks_confirmed", NEW."asks_provenance", NEW."created_at", NEW."fixed_up_to", NEW."grammar", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."title"); RETURN NULL;', hash='e0288fd4eccaf185fa9e5c3ac90b24e1fc236c77', operation='INSERT', pgid='pgtrigger_insert_insert_d9721', table='coalition_agreement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='agreement',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "coalition_agreementevent" ("area_id", "asks_confirmed", "asks_provenance", "created_at", "fixed_up_to", "grammar", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") VALUES (NEW."area_id", NEW."asks_confirmed", NEW."asks_provenance", NEW."created_at", NEW."fixed_up_to", NEW."grammar", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."title"); RETURN NULL;', hash='2a8cdc78a4fc19187b64d7ba590907ea9facd66f', operation='UPDATE', pgid='pgtrigger_update_update_47d4a', table='coalition_agreement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='agreement',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "coalition_agreementevent" ("area_id", "asks_confirmed", "asks_provenance", "created_at", "fixed_up_to", "grammar", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") VALUES (OLD."area_id", OLD."asks_confirmed", OLD."asks_provenance", OLD."created_at", OLD."fixed_up_to", OLD."grammar", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."title"); RETURN NULL;', hash='210e0f549420b0aa16d5a21a03bd19fbec15465a', operation='DELETE', pgid='pgtrigger_delete_delete_5d027', table='coalition_agreement', when='AFTER')),
        ),
    ]
