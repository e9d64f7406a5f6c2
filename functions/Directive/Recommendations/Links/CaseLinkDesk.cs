using Directives.Access;
using Directives.Calendars;
using Directives.Language;

namespace Directives.Recommendations.Links;

/// <summary>What a key to a recommendation opens.</summary>
/// <param name="Session">The session to begin.</param>
/// <param name="Place">Name of the place.</param>
/// <param name="Duty">What is owed.</param>
/// <param name="Due">Local day.</param>
public sealed record CaseLinkView(CaseSession Session, string Place, DutyKind Duty, DateOnly Due)
{
    /// <summary>Title of somebody else who is signed in in this browser; null for nobody else.</summary>
    public Bilingual? Other { get; init; }
}

/// <summary>What came of a key: the thing it opens, or why not.</summary>
public sealed record CaseLinkLook(CaseLinkView? View, LinkRefusal? Refused)
{
    public static CaseLinkLook No(LinkRefusal why) => new(null, why);
}

/// <summary>Judges links to recommendations: each use judges again, from the tables, by today's register.</summary>
public sealed class CaseLinkDesk(Installation installation)
{
    /// <summary>What a key opens; changes nothing, for mail scanners follow links.</summary>
    public ValueTask<CaseLinkLook> LookAsync(string key, CancellationToken cancel) => JudgeAsync(Access.Links.Hash(key), DutyOf, cancel);

    /// <summary>The same, and records that the link was used, and from where.</summary>
    public async ValueTask<CaseLinkLook> OpenAsync(string key, LinkUse use, CancellationToken cancel)
    {
        var look = await LookAsync(key, cancel);
        if (look.View is { Session: var session } && await installation.CaseLinks.FindByHashAsync(session.Link, cancel) is { } link)
            await installation.CaseLinks.RecordAsync(link, session.Link, use, installation.Parts.Clock.GetUtcNow(), cancel);
        return look;
    }

    /// <summary>Why a session opens its case no longer; null where it does. Whoever did what the link asked for still sees what became of it.</summary>
    public async ValueTask<LinkRefusal?> RefusesAsync(CaseSession session, CancellationToken cancel) => (await JudgeAsync(session.Link, EverDutyOf, cancel)).Refused;

    private async ValueTask<CaseLinkLook> JudgeAsync(string hash, Func<OpenCase, CaseLink, DateOnly, CaseDuty?> find, CancellationToken cancel)
    {
        if (await installation.CaseLinks.FindByHashAsync(hash, cancel) is not { } link
            || await installation.Cases.FindAsync(link.Case, cancel) is not { } open) return CaseLinkLook.No(LinkRefusal.Unknown);
        var register = await installation.Registers.GetAsync(cancel);
        if (register.Official(link.Reader) is not { } reader) return CaseLinkLook.No(LinkRefusal.Over);
        if (!installation.CaseLinks.IsFor(link, reader.Address)) return CaseLinkLook.No(LinkRefusal.Moved);
        var today = Zone.Of(open.Held.Head.Zone).DateAt(installation.Parts.Clock.GetUtcNow());
        var state = open.State;
        if (find(open, link, today) is not { } duty) return CaseLinkLook.No(LinkRefusal.Over);
        // Whoever lost the post is a stranger.
        if (CaseParties.Readers(duty.Party, state.Place, register, today).All(r => r.Id != reader.Id)) return CaseLinkLook.No(LinkRefusal.Over);
        var session = new CaseSession(hash, link.Case, reader.Id, reader.Titles(), reader.Language);
        return new CaseLinkLook(new CaseLinkView(session, register.PlaceOf(state.Place)?.Name ?? state.Place, duty.Kind, duty.Due), null);
    }

    private static CaseDuty? EverDutyOf(OpenCase open, CaseLink link, DateOnly today) =>
        DutyOf(open, link, today) ?? open.Ladders.Select(l => l.Duty).FirstOrDefault(d => d.Id == link.Duty && d.Round == link.Round);

    /// <summary>What the link was mailed for, while it is owed; the place may take its word back for some days.</summary>
    private static CaseDuty? DutyOf(OpenCase open, CaseLink link, DateOnly today) =>
        open.State.Duties.FirstOrDefault(d => d.Id == link.Duty && d.Round == link.Round)
        ?? open.Ladders.Select(l => l.Duty).FirstOrDefault(d =>
            d.Id == link.Duty && d.Round == link.Round && d.Kind == DutyKind.Confirmation && open.State.UndoUntil is { } until && today <= until);
}
