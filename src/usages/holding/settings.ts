/** What a program is set by, whose values are named after what they switch. */
export const settings = /(^|\.)_*(config|cfg|conf|args|opts?|options|hparams|hp|params|flags|settings)(\.|$)/i;
