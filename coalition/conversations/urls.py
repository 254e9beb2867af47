"""Addresses of conversations: recording, working out, answering."""

from coalition.conversations.drafts.urls import urlpatterns as drafts
from coalition.conversations.feedback.urls import urlpatterns as feedback
from coalition.conversations.passages.urls import urlpatterns as passages
from coalition.conversations.quick_notes.urls import urlpatterns as quick_notes
from coalition.conversations.readers.urls import urlpatterns as readers
from coalition.conversations.recording.urls import urlpatterns as recording
from coalition.conversations.right_of_reply.urls import urlpatterns as right_of_reply
from coalition.conversations.rounds.urls import urlpatterns as rounds

urlpatterns = [
    *drafts,
    *feedback,
    *passages,
    *quick_notes,
    *readers,
    *recording,
    *right_of_reply,
    *rounds,
]
