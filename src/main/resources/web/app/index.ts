import './site.css';
import './site';
import {session} from './client/session';

/** Texts that an earlier page could not save before it was closed. */
async function resumeDrafts(): Promise<void> {
  if (session.loggedIn && Object.keys(localStorage).some((key) => key.startsWith('answer:'))) {
    (await import('./answers/drafts')).resume();
  }
}

void session.start().then(resumeDrafts);
