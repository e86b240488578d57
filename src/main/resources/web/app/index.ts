import './site.css';
import './site';
import {resume} from './answers/drafts';
import {session} from './client/session';

// Saves what an earlier page could not save before it was closed.
void session.ready.then(() => session.loggedIn && resume());
