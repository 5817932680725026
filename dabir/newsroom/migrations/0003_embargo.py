from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('newsroom', '0002_copy_desk'),
    ]

    operations = [
        migrations.AddField(
            model_name='story',
            name='embargo_until',
            field=models.DateTimeField(blank=True, help_text='امبارگو: تا این زمان هیچ خواننده\u200cای خبر را نمی\u200cبیند، هرچه پیش آید. خبری که زودتر منتشر یا زمان\u200cبندی شود، نگه داشته می\u200cشود و در همین زمان خودبه\u200cخود بیرون می\u200cرود.', null=True, verbose_name='انتشار ممنوع تا'),
        ),
        migrations.AddIndex(
            model_name='story',
            index=models.Index(condition=models.Q(('expire_at__isnull', False), ('live', True)), fields=['expire_at'], name='story_expires'),
        ),
        migrations.AddIndex(
            model_name='story',
            index=models.Index(condition=models.Q(('embargo_until__isnull', False)), fields=['embargo_until'], name='story_embargo'),
        ),
    ]
