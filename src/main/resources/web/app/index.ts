import './site.css';
import './site';
import {session} from './client/session';

/** Saves what an earlier page could not save before it was closed. */
async function resumeDrafts(): Promise<void> {
  if (session.loggedIn && Object.keys(localStorage).some((key) => key.startsWith('answer:'))) {
    (await import('./answers/drafts')).resume();
  }
}

void session.ready.then(resumeDrafts);
