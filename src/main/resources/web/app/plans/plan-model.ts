import type {ReactiveControllerHost} from 'lit';
import {Mutations} from '../client/mutations';
import {Query} from '../client/query';
import {
  AddItemDocument,
  DeleteItemDocument,
  DeletePlanDocument,
  MoveItemDocument,
  PlanPageDocument,
  type PlanPageQuery,
  type PlanPageQueryVariables,
  ReorderItemsDocument,
  ReplanPlanDocument,
  SetItemDoneDocument,
  UpdateItemDocument,
  UpdatePlanDocument,
  type UpdatePrepPlanInput,
} from '../generated/graphql';
import {day} from '../ui/texts';

export type Plan = Extract<NonNullable<PlanPageQuery['node']>, {days: unknown}>;
export type PlanDay = Plan['days'][number];
export type Item = Plan['unscheduledItems'][number];

const isPlan = (node: PlanPageQuery['node'] | undefined): node is Plan => node != null && 'days' in node;

/** A plan, and what its user does to it. */
export class PlanModel {
  readonly query: Query<PlanPageQuery, PlanPageQueryVariables>;
  readonly changes: Mutations;
  /** Checked or unchecked items, shown as such before the service has responded. */
  readonly #done = new Map<string, {done: boolean}>();

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly id: () => string,
  ) {
    this.query = new Query(host, PlanPageDocument, () => ({id: id()}), ['PLAN']);
    this.changes = new Mutations(host, () => this.query.read());
  }

  get plan(): Plan | undefined {
    const node = this.query.data?.node;
    if (!isPlan(node)) {
      return undefined;
    }
    const shown = (item: Item) => ({...item, done: this.#done.get(item.id)?.done ?? item.done});
    return {
      ...node,
      days: node.days.map((planned) => ({...planned, items: planned.items.map(shown)})),
      unscheduledItems: node.unscheduledItems.map(shown),
    };
  }

  /** The user's other plans whose interview is still to come, as theirs share the minutes of each day. */
  others(isOpen: (plan: {interviewOn: string; timeZone: string}) => boolean) {
    return (this.query.data?.viewer?.prepPlans?.nodes ?? []).filter((plan) => plan.id !== this.id() && isOpen(plan));
  }

  async setDone(item: Item, done: boolean): Promise<void> {
    const change = {done};
    this.#done.set(item.id, change);
    await this.changes.send(SetItemDoneDocument, () => ({input: {id: item.id, done}}), done ? 'Done.' : 'Open again.');
    // The user may have changed their mind meanwhile.
    if (this.#done.get(item.id) === change) {
      this.#done.delete(item.id);
    }
    this.host.requestUpdate();
  }

  /** @param position from 1; the end without one */
  move({id}: Item, date: string, position?: number) {
    return this.changes.send(MoveItemDocument, () => ({input: {id, date, position, ...this.#version()}}), `Moved to ${day(date)}.`);
  }

  reorder({date}: PlanDay, ids: string[]) {
    return this.changes.send(ReorderItemsDocument, () => ({input: {planId: this.id(), date, ids, ...this.#version()}}), 'Reordered.');
  }

  add(title: string, estimatedMinutes: number, date: string) {
    const input = {planId: this.id(), title, estimatedMinutes, date, idempotencyKey: crypto.randomUUID()};
    return this.changes.send(AddItemDocument, () => ({input}), `Added to ${day(date)}.`);
  }

  updateItem({id}: Item, title: string, estimatedMinutes: number) {
    return this.changes.send(UpdateItemDocument, () => ({input: {id, title, estimatedMinutes, ...this.#version()}}), 'Saved.');
  }

  deleteItem({id}: Item) {
    return this.changes.send(DeleteItemDocument, () => ({input: {id}}), 'Deleted.');
  }

  replan(unpin: boolean) {
    return this.changes.send(ReplanPlanDocument, () => ({input: {id: this.id(), unpin}}), 'Rescheduled.');
  }

  /** @param changes asked for when it is their turn, so that they go with the newest version */
  update(changes: () => Omit<UpdatePrepPlanInput, 'id' | 'expectedVersion'>) {
    return this.changes.send(UpdatePlanDocument, () => ({input: {...changes(), id: this.id(), ...this.#version()}}), 'Settings saved.');
  }

  delete() {
    return this.changes.send(DeletePlanDocument, () => ({input: {id: this.id()}}));
  }

  #version(): {expectedVersion: number} {
    return {expectedVersion: this.plan?.version ?? 0};
  }
}
