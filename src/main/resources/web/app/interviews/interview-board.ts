import {html, nothing, type TemplateResult} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {Mutations} from '../client/mutations';
import {Query} from '../client/query';
import {BoardDocument, type BoardQuery, MoveInterviewDocument, TrackInterviewDocument} from '../generated/graphql';
import {navigate} from '../router';
import {dropTarget, handle} from '../ui/drag';
import {Draft} from '../ui/drafts';
import {Page} from '../ui/page';
import {failure, loading, outcome} from '../ui/texts';
import {ownZone, timeIn} from '../ui/zones';
import './calendar-feed';
import {type InterviewFields, interviewInput, interviewInputs} from './interview-fields';
import './stages';
import type {Stage} from './stages';

type Viewer = NonNullable<BoardQuery['viewer']>;
type Card = NonNullable<Viewer['interviews']>['nodes'][number];

@customElement('prep-interviews')
export class Board extends Page {
  /** The cursor that the shown interviews come after. */
  @state() private cursor?: string;
  readonly #board = new Query(this, BoardDocument, () => ({after: this.cursor}), ['INTERVIEW', 'PLAN']);
  readonly #changes = new Mutations(this, () => this.#board.read());
  /** Stages that cards were moved into, shown before the service has responded. */
  readonly #moved = new Map<string, {to: string}>();
  readonly #guide = new URLSearchParams(location.search).get('guide') ?? '';
  readonly #draft = Draft.over<InterviewFields>('new interview', {
    company: '',
    position: '',
    guideId: this.#guide,
    planId: '',
    time: '',
    timeZone: ownZone,
    location: '',
    notes: '',
  });

  protected override render(): TemplateResult {
    const viewer = this.#board.data?.viewer;
    if (!viewer) {
      return html`<h1>Interviews</h1>${loading(this.#board)}`;
    }
    const cards = viewer.interviews?.nodes ?? [];
    return html`
      <h1>Interviews</h1>
      ${failure(this.#board.error)}
      <div class="board">
        ${repeat(
          viewer.interviewStages,
          ({id}) => id,
          (stage) => this.#column(stage, cards.filter((card) => this.#stageOf(card) === stage.id), viewer.interviewStages),
        )}
      </div>
      ${this.#pages(viewer)}
      <details .open=${this.#guide !== '' || viewer.interviews?.totalCount === 0}>
        <summary><h2>Track an interview</h2></summary>
        ${this.#form(viewer)}
      </details>
      <details>
        <summary><h2>Stages</h2></summary>
        <prep-stages .stages=${viewer.interviewStages} .changes=${this.#changes}></prep-stages>
      </details>
      <prep-calendar-feed .createdAt=${viewer.calendarFeed?.createdAt} .changes=${this.#changes}></prep-calendar-feed>
      ${outcome(this.#changes)}
    `;
  }

  #stageOf(card: Card): string {
    return this.#moved.get(card.id)?.to ?? card.stage.id;
  }

  #column(stage: Stage, cards: Card[], stages: readonly Stage[]): TemplateResult {
    const drop = (id: string) => {
      const card = this.#card(id);
      if (card && this.#stageOf(card) !== stage.id) {
        void this.#move(card, stage);
      }
    };
    return html`<section class="card" aria-labelledby="stage-${stage.id}" ${dropTarget(drop)}>
      <h2 id="stage-${stage.id}">${stage.name} <span class="note">${cards.length}${stage.closed ? ', closed' : ''}</span></h2>
      <ul class="items">
        ${repeat(
          cards,
          ({id}) => id,
          (card) => this.#item(card, stages),
        )}
      </ul>
    </section>`;
  }

  #item(card: Card, stages: readonly Stage[]): TemplateResult {
    const submit = (event: SubmitEvent) => {
      event.preventDefault();
      const id = new FormData(event.target as HTMLFormElement).get('stage');
      void this.#move(card, stages.find((stage) => stage.id === id)!);
    };
    const name = card.company ? `${card.position}, ${card.company}` : card.position;
    return html`<li class="item">
      <span class="what"><a href="/interviews/${card.id}">${name}</a>
        ${card.scheduledAt ? html`<span class="note">${timeIn(card.scheduledAt, card.timeZone ?? ownZone)}</span>` : nothing}</span>
      ${handle(card.id)}
      <form class="controls row" @submit=${submit}>
        <label>Move to <span class="hidden">: ${name}</span>
          <select name="stage">
            ${stages.map(({id, name: title}) => html`<option value=${id} .selected=${id === this.#stageOf(card)}>${title}</option>`)}
          </select></label>
        <button id="move-${card.id}" aria-label="Move: ${name}">Move</button>
      </form>
    </li>`;
  }

  #card(id: string): Card | undefined {
    return this.#board.data?.viewer?.interviews?.nodes.find((card) => card.id === id);
  }

  async #move({id, version}: Card, stage: Stage): Promise<void> {
    const move = {to: stage.id};
    this.#moved.set(id, move);
    const moved = this.#changes.send(
      MoveInterviewDocument,
      () => ({input: {id, stageId: stage.id, expectedVersion: this.#card(id)?.version ?? version}}),
      `Moved to ${stage.name}.`,
    );
    await this.#focus(id);
    await moved;
    // The user may have moved it on meanwhile.
    if (this.#moved.get(id) === move) {
      this.#moved.delete(id);
    }
    this.requestUpdate();
    await this.#focus(id);
  }

  /** In its other column, a card has another button. */
  async #focus(id: string): Promise<void> {
    await this.updateComplete;
    document.getElementById(`move-${id}`)?.focus();
  }

  #pages({interviews}: Viewer): TemplateResult | typeof nothing {
    const next = interviews?.pageInfo.hasNextPage ? interviews.pageInfo.endCursor : undefined;
    return this.cursor || next
      ? html`<p class="row">
          The board shows ${interviews!.nodes.length} of ${interviews!.totalCount} interviews, the last changed first.
          ${this.cursor ? html`<button type="button" @click=${() => (this.cursor = undefined)}>The newest</button>` : nothing}
          ${next ? html`<button type="button" @click=${() => (this.cursor = next)}>Older ones</button>` : nothing}
        </p>`
      : nothing;
  }

  #form(viewer: Viewer): TemplateResult {
    return html`<form class="fields" @submit=${this.#track}>
      ${interviewInputs(this.#draft, viewer.prepPlans?.nodes ?? [], () => this.requestUpdate())}
      <p class="note">A position or a guide is enough; everything else may follow.</p>
      <button class="primary">Track the interview</button>
    </form>`;
  }

  readonly #track = async (event: Event) => {
    event.preventDefault();
    if (this.#changes.pending > 0) {
      return;
    }
    const {fields} = this.#draft;
    this.#draft.send();
    const input = {...interviewInput(fields), idempotencyKey: crypto.randomUUID()};
    const tracked = await this.#changes.send(TrackInterviewDocument, () => ({input}));
    if (tracked?.interview) {
      this.#draft.release();
      navigate(`/interviews/${tracked.interview.id}`);
    }
  };
}
