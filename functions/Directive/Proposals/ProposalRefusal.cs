namespace Directives.Proposals;

/// <summary>Why a change was not proposed, or a proposal not decided.</summary>
public enum ProposalRefusal
{
    NoReason,
    ReasonTooLong,

    /// <summary>There is no such official.</summary>
    UnknownOfficial,

    /// <summary>There is no such place, or what the whole authority asks for was to be held below its root.</summary>
    UnknownPlace,

    /// <summary>No such account waits to be confirmed.</summary>
    UnknownAccount,

    /// <summary>It would count from a day that has passed.</summary>
    DateTooEarly,

    /// <summary>It is so already.</summary>
    AlreadySo,

    /// <summary>Nobody could decide with two, or judge what is confidential with three, any more.</summary>
    TooFew,

    /// <summary>The edition cannot be read, or it contradicts those there are.</summary>
    BadEdition,

    /// <summary>The edition names an area or a seat that the register does not know so.</summary>
    UnknownInEdition,

    /// <summary>The edition changes a cadence on a day on which no period of the old one has ended, or none of the new begins.</summary>
    BadStart,

    /// <summary>Somebody decided or withdrew it meanwhile.</summary>
    NotOpen,

    /// <summary>Whoever proposed it cannot decide it, nor can their substitute.</summary>
    SamePerson,

    /// <summary>Only who proposed it withdraws it.</summary>
    NotTheProposer,
}
