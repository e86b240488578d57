import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {repeat} from 'lit/directives/repeat.js';
import {dropTarget, handle} from '../ui/drag';
import {refocus} from '../ui/focus';
import {Part} from '../ui/part';
import {minutes, words} from '../ui/texts';
import {today} from '../ui/zones';
import type {Item, Plan, PlanDay, PlanModel} from './plan-model';

/** The items of a day, or those without a day. */
@customElement('prep-plan-day')
export class Day extends Part {
  @property({attribute: false}) model!: PlanModel;
  @property({attribute: false}) plan!: Plan;
  @property({attribute: false}) items: Item[] = [];
  /** Undefined for the items without a day. */
  @property({attribute: false}) day?: PlanDay;
  /** The item whose controls are shown. */
  @state() private opened?: string;

  protected override render(): TemplateResult {
    return html`<ol class="items" ${dropTarget(this.#isOpenDay ? (id) => this.#drop(id, this.items.length) : undefined)}>
      ${repeat(
        this.items,
        (item) => item.id,
        (item, index) => this.#item(item, index),
      )}
    </ol>`;
  }

  get #today(): string {
    return today(this.plan.timeZone);
  }

  get #isOpenDay(): boolean {
    return this.day !== undefined && this.day.date >= this.#today;
  }

  #item(item: Item, index: number): TemplateResult {
    const opened = this.opened === item.id;
    const changeable = !item.done || item.kind === 'CUSTOM';
    return html`<li class=${item.done ? 'item done' : 'item'} ${dropTarget(this.#isOpenDay ? (id) => this.#drop(id, index) : undefined)}>
      <input
        type="checkbox"
        aria-label="Done: ${item.title}"
        .checked=${live(item.done)}
        @change=${(event: Event) => this.model.setDone(item, (event.target as HTMLInputElement).checked)}
      />
      <span class="what">
        <span class="note">${words(item.kind)}, ${minutes(item.estimatedMinutes)}${item.pinned ? ', pinned' : nothing}</span>
        ${this.#title(item)}
      </span>
      ${changeable && !item.done ? handle(item.id) : nothing}
      ${changeable
        ? html`<button id="item-${item.id}" type="button" aria-expanded=${opened} aria-label="Change: ${item.title}"
            @click=${() => (this.opened = opened ? undefined : item.id)}>Change</button>`
        : nothing}
      ${opened ? this.#controls(item, index) : nothing}
    </li>`;
  }

  #title({kind, title, question}: Item): TemplateResult {
    const {guide} = this.plan;
    return question
      ? html`<a href="/answers/${question.id}" lang=${question.resolvedLocale}>${title}</a>`
      : kind === 'READ'
        ? html`<a href="/guides/${guide.slug}" lang=${guide.resolvedLocale}>${title}</a>`
        : html`<span>${title}</span>`;
  }

  #controls(item: Item, index: number): TemplateResult {
    return html`<div class="controls">
      ${item.done ? nothing : this.#moves(item, index)} ${item.kind === 'CUSTOM' ? this.#edits(item) : nothing}
    </div>`;
  }

  #moves(item: Item, index: number): TemplateResult {
    const order = (to: number) => (event: Event) => this.#reorder(item, to).then(refocus(event));
    return html`<form class="row" @submit=${(event: SubmitEvent) => this.#submitMove(event, item)}>
        <label>Move to
          <input type="date" name="date" required min=${this.#today} max=${this.plan.interviewOn} .defaultValue=${item.date ?? this.#today} /></label>
        <button>Move</button>
      </form>
      ${this.#isOpenDay
        ? html`<div class="row">
            <button type="button" ?disabled=${index === 0} @click=${order(index - 1)}>Earlier in the day</button>
            <button type="button" ?disabled=${index === this.items.length - 1} @click=${order(index + 1)}>Later in the day</button>
          </div>`
        : nothing}`;
  }

  #edits(item: Item): TemplateResult {
    return html`<form class="row" @submit=${(event: SubmitEvent) => this.#submitEdit(event, item)}>
      <label>Title <input name="title" required maxlength="200" .defaultValue=${item.title} /></label>
      <label>Minutes <input type="number" name="minutes" required min="1" max="1440" .defaultValue=${String(item.estimatedMinutes)} /></label>
      <button>Save</button>
      <button type="button" @click=${() => this.#delete(item)}>Delete</button>
    </form>`;
  }

  async #submitMove(event: SubmitEvent, item: Item): Promise<void> {
    event.preventDefault();
    const date = String(new FormData(event.target as HTMLFormElement).get('date'));
    if (await this.model.move(item, date)) {
      this.opened = undefined;
      this.#focus(item);
    }
  }

  async #submitEdit(event: SubmitEvent, item: Item): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    if (await this.model.updateItem(item, String(data.get('title')), Number(data.get('minutes')))) {
      this.opened = undefined;
      this.#focus(item);
    }
  }

  async #delete(item: Item): Promise<void> {
    if (confirm(`Delete “${item.title}”?`)) {
      await this.model.deleteItem(item);
    }
  }

  async #reorder(item: Item, index: number): Promise<void> {
    const ids = this.items.map(({id}) => id).filter((id) => id !== item.id);
    ids.splice(index, 0, item.id);
    await this.model.reorder(this.day!, ids);
  }

  async #drop(id: string, index: number): Promise<void> {
    const own = this.items.find((item) => item.id === id);
    if (own) {
      await this.#reorder(own, Math.min(index, this.items.length - 1));
    } else {
      const items = [...this.plan.days.flatMap(({items}) => items), ...this.plan.unscheduledItems];
      const item = items.find((other) => other.id === id);
      if (item) {
        await this.model.move(item, this.day!.date, index + 1);
      }
    }
  }

  /** The item may be in another day now, and its button another element. */
  #focus({id}: Item): void {
    requestAnimationFrame(() => document.getElementById(`item-${id}`)?.focus());
  }
}
