export function decide(): void {} // planted

/** Says what it gives. */
export function told(): void {}

export function notAtTheDoor(): void {}
