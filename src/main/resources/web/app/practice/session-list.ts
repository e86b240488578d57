import {html, nothing, type TemplateResult} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {Query} from '../client/query';
import {request, type RequestError} from '../client/request';
import {PracticeSessionsDocument, type PracticeSessionsQuery, StartPracticeSessionDocument} from '../generated/graphql';
import {navigate} from '../router';
import '../ui/guide-select';
import {Part} from '../ui/part';
import {failure, mistakes, time} from '../ui/texts';

type PracticeSession = NonNullable<NonNullable<PracticeSessionsQuery['viewer']>['practiceSessions']>['nodes'][number];

/** Starts timed sessions, and leads to those that run, wherever they were started. */
@customElement('prep-session-list')
export class SessionList extends Part {
  readonly #sessions = new Query(this, PracticeSessionsDocument, () => ({}), ['PRACTICE']);
  @state() private problems: readonly {message: string}[] = [];
  /** A repeat of a start that was not answered starts no second session. */
  #key = crypto.randomUUID();

  protected override render(): TemplateResult {
    const sessions = this.#sessions.data?.viewer?.practiceSessions?.nodes ?? [];
    return html`<section aria-labelledby="timed">
      <h2 id="timed">Timed sessions</h2>
      ${failure(this.#sessions.error)}
      ${sessions.length > 0 ? html`<ul class="list">${sessions.map((session) => this.#session(session))}</ul>` : nothing}
      <p>
        A clock gives each question its minutes, as in an interview. It does not stop, even while you are away, but it locks nothing: after
        the time, you can go on, and the answer is marked late. Above, you practise without a clock.
      </p>
      ${this.#form()}
    </section>`;
  }

  #session({id, startedAt, finishedAt, guide, inTime, total}: PracticeSession): TemplateResult {
    return html`<li>
      <a href="/practice/${id}">
        ${finishedAt ? 'Summary' : 'Go on'}: <span lang=${guide?.resolvedLocale ?? nothing}>${guide?.title ?? 'a withdrawn guide'}</span></a
      >
      <span class="note">${finishedAt ? `${inTime} of ${total} in time` : 'running'}, started ${time(startedAt)}</span>
    </li>`;
  }

  #form(): TemplateResult {
    return html`<form class="filters" @submit=${this.#start} @change=${() => (this.#key = crypto.randomUUID())}>
      <prep-guide-select required></prep-guide-select>
      <label>Questions <input name="questions" type="number" min="1" max="30" value="5" required /></label>
      <label>Minutes for each <input name="minutesEach" type="number" min="1" max="60" value="5" required /></label>
      <button class="primary">Start</button>
      ${mistakes(this.problems)}
    </form>`;
  }

  readonly #start = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const input = {
      guideId: String(form.get('guideId')),
      questions: Number(form.get('questions')),
      minutesEach: Number(form.get('minutesEach')),
      idempotencyKey: this.#key,
    };
    try {
      const {practiceSession, userErrors} = (await request(StartPracticeSessionDocument, {input})).startPracticeSession;
      this.problems = userErrors;
      if (practiceSession) {
        navigate(`/practice/${practiceSession.id}`);
      }
    } catch (failure) {
      this.problems = [failure as RequestError];
    }
  };
}
