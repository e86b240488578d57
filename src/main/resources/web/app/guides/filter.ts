import type {RoleGuideFilterInput, SearchKind, Seniority} from '../generated/graphql';
import {navigate} from '../router';

/** What the list of guides shows, as it stands in the address, so that Back and links lead to it. */
export interface Filter {
  text: string;
  families: string[];
  seniorities: Seniority[];
  /** Of what the search finds beside guides. */
  kinds: SearchKind[];
}

export type Facet = 'families' | 'seniorities';

export function parseFilter(search: string): Filter {
  const parameters = new URLSearchParams(search);
  return {
    text: parameters.get('q') ?? '',
    families: parameters.getAll('family'),
    seniorities: parameters.getAll('seniority') as Seniority[],
    kinds: parameters.getAll('kind') as SearchKind[],
  };
}

/** The filter of the API, where an empty list would match nothing. */
export const guideFilter = ({text, families, seniorities}: Filter): RoleGuideFilterInput => ({
  ...(text && {text}),
  ...(families.length > 0 && {families}),
  ...(seniorities.length > 0 && {seniorities}),
});

/** Shows a filter; while a text is typed, all its states are one step of the history. */
export function show({text, families, seniorities, kinds}: Filter, before: Filter): void {
  const query = new URLSearchParams([
    ...(text ? [['q', text]] : []),
    ...families.map((value) => ['family', value]),
    ...seniorities.map((value) => ['seniority', value]),
    ...kinds.map((value) => ['kind', value]),
  ]);
  const isTyping = text !== '' && before.text !== '' && text !== before.text;
  navigate(query.size > 0 ? `/guides?${query}` : '/guides', isTyping);
}
