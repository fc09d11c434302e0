package se.sip.county;

/** What a county runs, whose files changed ones are laid over. */
public interface WhatRuns {

    /** The county's set in force; what the product brings, where nothing has been published. */
    Bundle of(County county);
}
