"""The paper and the newsroom as one WSGI application, for any server that runs one."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dabir.settings")

from django.core.wsgi import get_wsgi_application

from dabir.press.serving import paper_server

application = paper_server(get_wsgi_application())
