"""Classifieds: advertisements that readers send, and the desk that reads them.

Nobody needs an account: who sends an advertisement is given one private address, whose
secret is kept here only as its hash. An advertisement is printed after the newsroom has
approved it, for thirty days; its phone number is never printed, and told on a click.

    submit() -> pending -> approve() -> approved -> expire() -> expired
                   ^   `-> reject() -> rejected         `-> withdraw() -> withdrawn
                   `--------- edit() ------ from any of them but withdrawn

    models      the records and their deeds
    pictures    a stranger's file in, clean WebP out
    reading     phone numbers and prices as people type them
    shown       what a printed page shows of an advertisement: the press asks here
    signals     news for the press: what is printed has changed
    views       the reader's side: the form, the private page, the phone number
    queue       the newsroom's side
"""
