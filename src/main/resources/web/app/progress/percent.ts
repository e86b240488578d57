const format = new Intl.NumberFormat(undefined, {style: 'percent'});

export const percent = (share: number): string => format.format(share);
