"""Names of Persian outlets: who is quoted in nearly every story, and must be spelt right.

Only names of several words: a single one («ایران», «مهر», «ابتکار») is a word of its own. A paper
adds its own name and those it quotes to the rulebook.
"""

from typing import Final

OUTLETS: Final = frozenset(
    name.strip()
    for name in (
        "جام جم، دنیای اقتصاد، آفتاب یزد، وطن امروز، اعتماد ملی، آرمان ملی، صبح نو، ایران ورزشی، "
        "خبر ورزشی، ابرار ورزشی، خبر آنلاین، همشهری آنلاین، عصر ایران، باشگاه خبرنگاران جوان، "
        "صدا و سیما، گسترش نیوز، اقتصاد نیوز، شبکهٔ خبر، جهان صنعت، جهان اقتصاد، خانهٔ ملت، "
        "ستارهٔ صبح، جمهوری اسلامی، سیاست روز، مردم سالاری، تجارت فردا، ورزش سه، پول نیوز"
    ).split("،")
)
