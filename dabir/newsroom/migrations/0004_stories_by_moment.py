from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('newsroom', '0003_embargo'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='story',
            index=models.Index(condition=models.Q(('live', True)), fields=['first_published_at', 'embargo_until'], name='story_by_moment'),
        ),
        migrations.AddIndex(
            model_name='story',
            index=models.Index(condition=models.Q(('live', True)), fields=['section', '-first_published_at', '-code'], name='story_live_in_section'),
        ),
        migrations.AddIndex(
            model_name='story',
            index=models.Index(condition=models.Q(('live', True)), fields=['kind', '-first_published_at', '-code'], name='story_live_of_kind'),
        ),
    ]
