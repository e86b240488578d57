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

const FIRST_PAUSE = 2_000;
const MAX_PAUSE = 60_000;

/**
 * Sends ratings in their order, and keeps those that were not answered, also over a reload. A repeat does no harm: the service knows
 * the idempotency key. Fires `change` when what waits has changed, and `delivery` for each answer.
 */
class Outbox extends EventTarget {
  /** Why the ratings wait; undefined while they are being sent. */
  error?: RequestError;
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
    const key = `ratings ${viewer}`;
    if (key !== this.#key) {
      this.#key = key;
      void this.#send();
    }
  }

  /** Whether something waits on this device, of whichever user. */
  get isUsed(): boolean {
    return Object.entries(localStorage).some(([key, value]) => key.startsWith('ratings ') && value !== '[]');
  }

  /** Read from the storage each time, because another tab may send, too. */
  get ratings(): Rating[] {
    return this.#key ? (JSON.parse(localStorage.getItem(this.#key) ?? '[]') as Rating[]) : [];
  }

  /** Rates a question now; returns the key of the rating. */
  add(questionId: string, rating: PracticeRating): string {
    const idempotencyKey = crypto.randomUUID();
    this.#keep([...this.ratings, {idempotencyKey, questionId, rating, practisedAt: new Date().toISOString()}]);
    void this.#send();
    return idempotencyKey;
  }

  /** Undoes a rating that still waits. It may have been recorded without an answer, so it is sent before it is undone. */
  undo(idempotencyKey: string): void {
    this.#keep(this.ratings.map((rating) => (rating.idempotencyKey === idempotencyKey ? {...rating, undone: true} : rating)));
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
    const current = this.ratings.find(({idempotencyKey}) => idempotencyKey === input.idempotencyKey);
    if (current?.undone && payload.practice) {
      await request(UndoPracticeDocument, {input: {id: payload.practice.id}});
    }
    this.#keep(this.ratings.filter(({idempotencyKey}) => idempotencyKey !== input.idempotencyKey));
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
