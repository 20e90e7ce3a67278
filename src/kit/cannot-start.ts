/** A reason not to start, in one sentence for whoever runs this. */
export class CannotStart extends Error {}
