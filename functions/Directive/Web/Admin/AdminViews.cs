using Directives.Language;
using Directives.Proposals;
using Directives.Register;
using Directives.Reports;
using Directives.Web.Rules;

namespace Directives.Web.Admin;

/// <summary>The administrators' page: who carries which duty, what waits, and the editions.</summary>
public sealed record AdminView
{
    /// <summary>Proposals that wait for a decision, the newest first.</summary>
    public required IReadOnlyList<ProposalRow> Open { get; init; }

    /// <summary>The last ones decided.</summary>
    public required IReadOnlyList<ProposalRow> Decided { get; init; }

    /// <summary>Duties of the whole authority and who carries them.</summary>
    public required IReadOnlyList<DutyRow> Duties { get; init; }

    /// <summary>Standing substitutes.</summary>
    public required IReadOnlyList<(Bilingual By, Bilingual For)> Substitutes { get; init; }

    /// <summary>Editions: directive, id, and the day from which it is in force.</summary>
    public required IReadOnlyList<(string Directive, string Id, DateOnly From)> Editions { get; init; }

    /// <summary>What was searched for.</summary>
    public string Find { get; init; } = "";

    /// <summary>People found, as many as one looks at.</summary>
    public IReadOnlyList<(string Id, Bilingual Title)> Found { get; init; } = [];

    /// <summary>How many were found in all.</summary>
    public int FoundInAll { get; init; }
}

/// <summary>A duty and who carries it.</summary>
/// <param name="Fewest">How many must.</param>
public sealed record DutyRow(Duty Duty, string Place, IReadOnlyList<(string Id, Bilingual Title)> Holders, int Fewest);

/// <summary>A proposal as it is shown.</summary>
/// <param name="Place">Name of the place of the duty.</param>
/// <param name="At">In the zone of the rules.</param>
public sealed record ProposalRow(Proposal Proposal, Bilingual? About, string? Place, Bilingual By, DateTime At, Bilingual? DecidedBy, DateTime? DecidedAt)
{
    /// <summary>Its page.</summary>
    public string Address => AdminEndpoints.ProposalAddress(Proposal.Number);

    /// <summary>The change as a sentence.</summary>
    public string Sentence(Texts texts) => Proposal.Change switch
    {
        { Kind: ChangeKind.Edition } => texts["admin.change.Edition", Name, Proposal.Change.From],
        { Kind: ChangeKind.BindAccount } bind => texts["admin.change.BindAccount", About, bind.AccountName],
        { Duty: { } duty } change => texts[$"admin.change.{change.Kind}", About, texts[$"roles.duty.{duty}"], Place, change.From],
        var change => texts[$"admin.change.{change.Kind}", About],
    };

    /// <summary>Id of the edition; empty where there is none.</summary>
    public string Name { get; init; } = "";
}

/// <summary>One proposal to decide.</summary>
/// <param name="MayDecide">Whether the reader may confirm or decline it.</param>
/// <param name="MayWithdraw">Whether the reader proposed it.</param>
public sealed record ProposalView(ProposalRow Row, bool MayDecide, bool MayWithdraw)
{
    /// <summary>What an edition changes and would do; null where none is proposed.</summary>
    public EditionChange? Change { get; init; }

    /// <summary>What was typed into a form that was refused.</summary>
    public string Typed { get; init; } = "";

    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];

    /// <summary>Whether it was proposed just now.</summary>
    public bool IsNew { get; init; }
}

/// <summary>One official to administrators: duties, and the forms that propose to change them.</summary>
public sealed record AdminPersonView
{
    public required string Id { get; init; }

    public required Bilingual Title { get; init; }

    public required string Address { get; init; }

    /// <summary>Duties now and to come.</summary>
    public required IReadOnlyList<HeldDuty> Duties { get; init; }

    /// <summary>Codes and names of the roots, where duties of the whole authority are held.</summary>
    public required IReadOnlyList<(string Code, string Name)> Roots { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>Accounts of the tenant that wait to be confirmed: name in addresses, and what the tenant calls their owners.</summary>
    public IReadOnlyList<(string Id, string Name)> Waiting { get; init; } = [];

    /// <summary>What was typed into a form that was refused.</summary>
    public ChangeForm? Refused { get; init; }

    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];
}

/// <summary>A duty that somebody carries.</summary>
/// <param name="Place">Code of its place.</param>
/// <param name="Name">Name of its place.</param>
public sealed record HeldDuty(Duty Duty, string Place, string Name, DateOnly From, DateOnly? To);

/// <summary>The form that proposes an edition.</summary>
/// <param name="Typed">The edition's text as typed.</param>
/// <param name="Wrong">What the reader of editions found wrong, in its own words; null for nothing.</param>
public sealed record EditionView(string Typed, string Reason, IReadOnlyList<FieldProblem> Problems, string? Wrong);
