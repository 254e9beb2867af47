import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


CODES = {
    'noordzeekanaalgebied': 'NZ', 'regio-schiphol': 'SR', 'metropoolregio-amsterdam': 'MA', 'zuidelijke-randstad': 'ZR',
    'rotterdamse-haven': 'RH', 'groene-hart': 'GH', 'utrecht-amersfoort': 'UA', 'arnhem-nijmegen-foodvalley': 'AN',
    'north-sea-port-district': 'NS', 'stedelijk-brabant': 'SB', 'de-peel': 'PL', 'zuid-limburg': 'ZL',
    'regio-zwolle': 'RZ', 'groningen': 'GR', 'groningen-assen': 'GA', 'lelylijn': 'LL',
}


def give_codes(apps, schema_editor):
    """Give every area its short code: the one of the list it started in, else G with its number."""
    for area in apps.get_model('areas', 'Area').objects.all():
        area.code = CODES.get(area.slug, f'G{area.number}')
        area.save(update_fields=['code'])


class Migration(migrations.Migration):

    dependencies = [
        ('areas', '0006_anonymised_accounts'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='area',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='area',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='area',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='area',
            name='code',
            field=models.CharField(max_length=5, null=True, unique=True, verbose_name='korte code'),
        ),
        migrations.RunPython(give_codes, migrations.RunPython.noop),
        migrations.AlterField(
            model_name='area',
            name='code',
            field=models.CharField(max_length=5, unique=True, verbose_name='korte code'),
        ),
        migrations.AddField(
            model_name='areaevent',
            name='code',
            field=models.CharField(default='', max_length=5, verbose_name='korte code'),
            preserve_default=False,
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='area',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "areas_areaevent" ("code", "id", "latitude", "longitude", "main_challenge", "name", "number", "on_national_border", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "source") VALUES (NEW."code", NEW."id", NEW."latitude", NEW."longitude", NEW."main_challenge", NEW."name", NEW."number", NEW."on_national_border", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."slug", NEW."source"); RETURN NULL;', hash='b9f3719884683905e48550e414bd4038e345209a', operation='INSERT', pgid='pgtrigger_insert_insert_e5c2d', table='areas_area', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='area',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "areas_areaevent" ("code", "id", "latitude", "longitude", "main_challenge", "name", "number", "on_national_border", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "source") VALUES (NEW."code", NEW."id", NEW."latitude", NEW."longitude", NEW."main_challenge", NEW."name", NEW."number", NEW."on_national_border", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."slug", NEW."source"); RETURN NULL;', hash='c3fd04f7c297481070eb26d1d5e9eb44808844da', operation='UPDATE', pgid='pgtrigger_update_update_e3393', table='areas_area', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='area',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "areas_areaevent" ("code", "id", "latitude", "longitude", "main_challenge", "name", "number", "on_national_border", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "source") VALUES (OLD."code", OLD."id", OLD."latitude", OLD."longitude", OLD."main_challenge", OLD."name", OLD."number", OLD."on_national_border", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."slug", OLD."source"); RETURN NULL;', hash='91a42c6838e53062a0b9b6cebddd9be47ddc9d0e', operation='DELETE', pgid='pgtrigger_delete_delete_96aa5', table='areas_area', when='AFTER')),
        ),
    ]
