import './site.css';
import './site';
import {session} from './client/session';

void session.start();
