import {type Content, EMPTY, mergeContents, same} from './content';

/** A version of the answer as the service has it. */
export interface Version {
  /** Null while nothing is saved. */
  id: string | null;
  version: number;
  content: Content;
  /** Whether the question has changed since. */
  stale: boolean;
}

/** What a device keeps of an answer until it is saved. */
export interface Kept {
  base: Version;
  content: Content;
  first?: Content;
}

export interface Failure {
  message: string;
  code: string;
  retryAfter?: number;
}

/** Where the answer to one question is saved. */
export interface Service {
  read(): Promise<{user: string; answer: Version}>;
  save(content: Content, base: Version): Promise<Version | 'CONFLICT' | {message: string}[]>;
}

/** What outlives the page. */
export interface Store {
  keep(user: string, kept: Kept | undefined): void;
  /** Looks for pages that are gone; the returned function takes over what one of them has kept. */
  find(user: string): Promise<() => Kept | undefined>;
}

export type State = 'READING' | 'NEW' | 'SAVED' | 'SAVING' | 'OFFLINE' | 'FAILED' | 'CONFLICT' | 'REJECTED';

export const NOTHING: Version = {id: null, version: 0, content: EMPTY, stale: false};
const TYPING_PAUSE = 1_000;
const MIN_RETRY = 2_000;
const MAX_RETRY = 30_000;

/**
 * The user's answer to a question while it is written: saves it, one request at a time, and merges what other devices save.
 * Every text is on the device until the service has it. Fires `change`.
 */
export class Draft extends EventTarget {
  /** The last version that the editor and the service had in common. */
  base = NOTHING;
  content = EMPTY;
  /** The version of another device that the user has to decide about. */
  theirs?: Version;
  mistakes: readonly {message: string}[] = [];
  error?: Failure;
  /** To be saved before the content, so that it is in the history. */
  #first?: Content;
  #user?: string;
  #outdated = true;
  #due = false;
  #searched = false;
  #work?: Promise<void>;
  #timer?: ReturnType<typeof setTimeout>;
  #retry = MIN_RETRY;

  constructor(
    private readonly service: Service,
    private readonly store: Store,
  ) {
    super();
  }

  get changed(): boolean {
    return this.#first !== undefined || !same(this.content, this.base.content);
  }

  /** Whether the saved answer has been read. */
  get known(): boolean {
    return this.#user !== undefined;
  }

  /** Whether nothing is left to save or to decide. */
  get settled(): boolean {
    return this.#searched && !this.#work && !this.changed && !this.theirs;
  }

  get state(): State {
    if (this.theirs) {
      return 'CONFLICT';
    }
    if (this.mistakes.length > 0) {
      return 'REJECTED';
    }
    if (this.error) {
      return this.error.code === 'OFFLINE' ? 'OFFLINE' : 'FAILED';
    }
    if (!this.known) {
      return 'READING';
    }
    return this.changed ? 'SAVING' : this.base.id ? 'SAVED' : 'NEW';
  }

  /** The user has typed; it is saved after a pause. */
  edit(content: Content): void {
    this.content = content;
    this.mistakes = [];
    this.#due = false;
    this.#in(TYPING_PAUSE);
    this.#keep();
  }

  /** Saves what is not saved yet; resolves when no request is left to send. */
  flush(): Promise<void> {
    this.#due = true;
    clearTimeout(this.#timer);
    return (this.#work ??= this.#run());
  }

  /** Reads what another device may have saved. */
  refresh(): Promise<void> {
    this.#outdated = true;
    return (this.#work ??= this.#run());
  }

  /** Saves the same text for the question as it is now. */
  confirm(): Promise<void> {
    this.#first = this.content;
    return this.flush();
  }

  /** Ends a conflict. Both texts are in the history then, whatever the user has chosen, but for one that the service rejects. */
  decide(chosen: Content): Promise<void> {
    if (this.theirs) {
      this.#first = this.theirs.id && !same(chosen, this.content) ? this.content : undefined;
      this.mistakes = [];
      this.base = this.theirs;
      this.content = chosen;
      this.theirs = undefined;
      this.#keep();
    }
    return this.flush();
  }

  async #run(): Promise<void> {
    // So that #work is set before it may be reset.
    await null;
    try {
      for (let step = this.#next(); step; step = this.#next()) {
        await step.call(this);
        this.error = undefined;
        this.#retry = MIN_RETRY;
        this.#keep();
      }
    } catch (failure) {
      this.#failed(failure as Failure);
    }
    this.#work = undefined;
    this.#changed();
  }

  #next(): (() => Promise<void>) | undefined {
    if (this.#outdated) {
      return this.#read;
    }
    if (this.theirs || this.mistakes.length > 0) {
      return undefined;
    }
    if (this.changed) {
      return this.#due ? this.#save : undefined;
    }
    return this.#searched ? undefined : this.#resume;
  }

  async #read(): Promise<void> {
    this.#outdated = false;
    try {
      const {user, answer} = await this.service.read();
      this.#user = user;
      this.#received(answer);
    } catch (failure) {
      this.#outdated = true;
      throw failure;
    }
  }

  async #save(): Promise<void> {
    const sent = this.#first ?? this.content;
    const saved = await this.service.save(sent, this.base);
    if (saved === 'CONFLICT') {
      this.#outdated = true;
    } else if ('id' in saved) {
      // The service's text is the one that was sent; what the user has typed meanwhile is the next change.
      this.base = {...saved, content: sent};
      this.#first = undefined;
    } else {
      // What the user has decided instead, or typed meanwhile, may be right.
      this.#first = undefined;
      this.mistakes = same(sent, this.content) ? saved : [];
    }
  }

  /** Goes on with a text that a page has kept before it was closed without a network. */
  async #resume(): Promise<void> {
    const take = await this.store.find(this.#user!);
    if (this.changed) {
      // What the user has typed meanwhile is saved first.
      return;
    }
    const kept = take();
    this.#searched = kept === undefined;
    if (kept) {
      const now = this.base;
      [this.base, this.content, this.#first, this.#due] = [kept.base, kept.content, kept.first, true];
      this.#received(now);
    }
  }

  #received(now: Version): void {
    if (now.id === this.base.id && now.version === this.base.version) {
      this.base = {...this.base, stale: now.stale};
      return;
    }
    // Without an answer to merge with, every line of the base would count as deleted.
    const isDeleted = this.base.id !== null && now.id !== this.base.id && this.changed && !same(this.content, now.content);
    const {content, conflict} = mergeContents(this.base.content, this.content, now.content);
    if (isDeleted || conflict) {
      this.theirs = now;
    } else {
      this.theirs = undefined;
      this.mistakes = [];
      this.base = now;
      this.content = content;
      this.#due = true;
    }
  }

  #failed(failure: Failure): void {
    this.error = failure;
    if (failure.code === 'OFFLINE' || failure.retryAfter !== undefined) {
      this.#in(failure.retryAfter === undefined ? this.#retry : failure.retryAfter * 1_000);
      this.#retry = Math.min(this.#retry * 2, MAX_RETRY);
    }
  }

  #in(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), milliseconds);
  }

  #keep(): void {
    if (this.#user) {
      const unsaved = this.changed || this.theirs !== undefined;
      this.store.keep(this.#user, unsaved ? {base: this.base, content: this.content, first: this.#first} : undefined);
    }
    this.#changed();
  }

  #changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}
