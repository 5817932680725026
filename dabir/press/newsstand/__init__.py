"""The newsstand: hands printed pages to readers, and whoever wants the newsroom to the newsroom.

    reader -> Stand (one thread, no Django) -> Server -> a printed file
                 |
                 +-- comment, search, newsroom: the connection itself is handed over
                     (SCM_RIGHTS) -> desk (waitress, threads, Django)

A reader's page never waits for the newsroom: they share no process, and a connection that was
handed over does not come back. While no desk takes connections, Server says so kindly.
"""
