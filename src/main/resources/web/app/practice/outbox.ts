import {request, type RequestError} from '../client/request';
import {session} from '../client/session';
import {
  type PracticeRating,
  RecordPracticeDocument,
  type RecordPracticeInput,
  type RecordPracticeMutation,
  UndoPracticeDocument,
} from '../generated/graphql';

/** A rating that the service has not confirmed yet. */
export interface Rating extends RecordPracticeInput {
  idempotencyKey: string;
  /** Whether the user has undone it meanwhile. */
  undone?: boolean;
}

export interface Delivery {
  rating: Rating;
  payload: RecordPracticeMutation['recordPractice'];
}

const PREFIX = 'ratings ';
const keyOf = (viewer: string) => PREFIX + viewer;

const FIRST_PAUSE = 2_000;
const MAX_PAUSE = 60_000;

/**
 * Sends ratings in their order, and keeps those that were not answered, also over a reload. A repeat does no harm: the service knows
 * the idempotency key. Fires `change` when what waits has changed, and `delivery` for each answer.
 */
class Outbox extends EventTarget {
  /** Why the ratings wait; undefined while they are being sent. */
  error?: RequestError;
  /** Why the service has rejected ratings since the user last rated. */
  problems: readonly {message: string}[] = [];
  #key?: string;
  #sending = false;
  #pause = FIRST_PAUSE;
  #timer?: ReturnType<typeof setTimeout>;

  constructor() {
    super();
    addEventListener('online', () => void this.#send());
  }

  /** Sends for this user, and what the user has left here. */
  open(viewer: string): void {
    const key = keyOf(viewer);
    if (key !== this.#key) {
      this.#key = key;
      void this.#send();
    }
  }

  /** Forgets what a user has left here. */
  forget(viewer: string): void {
    localStorage.removeItem(keyOf(viewer));
  }

  /** Whether something waits on this device, of whichever user. */
  get isUsed(): boolean {
    return Object.entries(localStorage).some(([key, value]) => key.startsWith(PREFIX) && value !== '[]');
  }

  /** Read from the storage each time, because another tab may send, too. */
  get ratings(): Rating[] {
    return this.#key ? (JSON.parse(localStorage.getItem(this.#key) ?? '[]') as Rating[]) : [];
  }

  /** Rates a question now. */
  add(questionId: string, rating: PracticeRating): Rating {
    const added = {idempotencyKey: crypto.randomUUID(), questionId, rating, practisedAt: new Date().toISOString()};
    this.problems = [];
    this.#keep([...this.ratings, added]);
    void this.#send();
    return added;
  }

  /**
   * Undoes a rating without an answer. It may have been recorded, by another tab as well, which has taken it out of the storage: so it
   * is sent, again, before it is undone.
   */
  undo(undone: Rating): void {
    const {ratings} = this;
    const index = ratings.findIndex(({idempotencyKey}) => idempotencyKey === undone.idempotencyKey);
    ratings.splice(index < 0 ? ratings.length : index, 1, {...(ratings[index] ?? undone), undone: true});
    this.#keep(ratings);
    void this.#send();
  }

  async #send(): Promise<void> {
    if (this.#sending) {
      return;
    }
    this.#sending = true;
    clearTimeout(this.#timer);
    try {
      for (let [rating] = this.ratings; rating && session.loggedIn; [rating] = this.ratings) {
        await this.#deliver(rating);
      }
      this.error = undefined;
      this.#pause = FIRST_PAUSE;
    } catch (failure) {
      this.error = failure as RequestError;
      this.#timer = setTimeout(() => void this.#send(), Math.max(this.#pause, (this.error.retryAfter ?? 0) * 1_000));
      this.#pause = Math.min(this.#pause * 2, MAX_PAUSE);
    } finally {
      this.#sending = false;
      this.#changed();
    }
  }

  async #deliver({undone: _, ...input}: Rating): Promise<void> {
    const payload = (await request(RecordPracticeDocument, {input})).recordPractice;
    const isSent = ({idempotencyKey}: Rating) => idempotencyKey === input.idempotencyKey;
    if (input.practisedAt && payload.userErrors.some(({field}) => field?.includes('practisedAt'))) {
      // This device's clock is wrong: the rating counts for the time of its arrival.
      this.#keep(this.ratings.map((rating) => (isSent(rating) ? {...rating, practisedAt: undefined} : rating)));
      return;
    }
    const current = this.ratings.find(isSent);
    if (current?.undone && payload.practice) {
      await request(UndoPracticeDocument, {input: {id: payload.practice.id}});
    }
    this.problems = [...this.problems, ...payload.userErrors];
    this.#keep(this.ratings.filter((rating) => !isSent(rating)));
    this.dispatchEvent(new CustomEvent<Delivery>('delivery', {detail: {rating: current ?? input, payload}}));
  }

  #keep(ratings: Rating[]): void {
    localStorage.setItem(this.#key!, JSON.stringify(ratings));
    this.#changed();
  }

  #changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}

export const outbox = new Outbox();
