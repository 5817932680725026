"""Readers' comments, and the newsroom's judgement of them.

A reader sends a comment from a printed page. It waits until somebody of the newsroom
publishes or rejects it; the press prints what is published. Every change moves the
counters of the story in its own transaction and is told upward by one signal.

    views.write() -> Comment.objects.submit() -> pending
    queue         -> comment.publish() / reject() / reopen() / answer()
                  -> signals.comments_changed -> the press prints shown.published_on(story)

    models       the comment, its deeds, the log of acts, the counters
    addresses    who sent it, as a hash that is forgotten after a week
    start_token  when the reader began to write: robots are quicker than people
    shown        what readers see of a story's comments
"""
