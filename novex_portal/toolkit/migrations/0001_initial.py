import novex_portal.toolkit.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='OutgoingMail',
            fields=[
                ('id', models.UUIDField(default=novex_portal.toolkit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('dedupe_key', models.CharField(max_length=200, unique=True, verbose_name='sleutel')),
                ('to', models.EmailField(max_length=254, verbose_name='aan')),
                ('subject', models.CharField(max_length=300, verbose_name='onderwerp')),
                ('text', models.TextField(verbose_name='tekst')),
                ('html', models.TextField(blank=True, verbose_name='opmaak')),
                ('wipe_after_sending', models.BooleanField(default=False, verbose_name='wissen na verzending')),
                ('status', models.CharField(choices=[('queued', 'Wacht op verzending'), ('sent', 'Verstuurd'), ('dead', 'Mislukt')], default='queued', max_length=10)),
                ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='pogingen')),
                ('error', models.CharField(blank=True, max_length=500, verbose_name='fout')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='gemaakt op')),
                ('next_try_at', models.DateTimeField(auto_now_add=True, verbose_name='volgende poging')),
                ('claimed_until', models.DateTimeField(blank=True, null=True, verbose_name='geclaimd tot')),
                ('sent_at', models.DateTimeField(blank=True, null=True, verbose_name='verstuurd op')),
            ],
            options={
                'verbose_name': 'uitgaande mail',
                'verbose_name_plural': 'uitgaande mail',
                'indexes': [models.Index(condition=models.Q(('status', 'queued')), fields=['next_try_at'], name='mail_waiting')],
            },
        ),
    ]
