namespace Directives.Tables;

/// <summary>The tables of the system; each is one table in Azure Table Storage and one in SQLite.</summary>
public enum Table
{
    /// <summary>Places, bodies, officials, seats and posts of an authority (R1).</summary>
    Register,

    /// <summary>The cycles of an authority: edition, frozen list of sheets, state, tally (R2).</summary>
    Cycles,

    /// <summary>One sheet a partition: a cycle × an area × a part, with an obligation per seat (R3).</summary>
    Sheets,

    /// <summary>One reader a partition: notices and letters.</summary>
    Mailboxes,

    /// <summary>Which dossiers want attention, and when.</summary>
    Due,

    /// <summary>What a personal link opens; the partition holds the hash of its key.</summary>
    Links,

    /// <summary>Letters that left through the readable outbox.</summary>
    Outbox,

    /// <summary>What was typed and not filed; one report a partition.</summary>
    Drafts,

    /// <summary>What concerns one installation: its mark, the clock of a sample, the postman's forecast.</summary>
    Installation,

    /// <summary>How a person gets in: sessions, second factor, bindings; one person a dossier (R6).</summary>
    Accounts,

    /// <summary>Sign-ins that were asked for and not finished; short-lived, one a partition.</summary>
    SignIns,

    /// <summary>Heads of the dossiers' chains, sealed hourly; one month a partition.</summary>
    Trail,

    /// <summary>One recommendation a partition, from raised to its end (R5).</summary>
    Cases,

    /// <summary>Who owes what in which case, by party: may list too much, never too little; whoever reads it checks again.</summary>
    Owed,

    /// <summary>Beside the cases, for lists: what each says, which are open, which wait for another's decision. May list too much, never too little.</summary>
    Listed,

    /// <summary>One confidential matter a partition, sealed; beside them, for each reader, a list of what they may read (R6).</summary>
    Desk,
}
