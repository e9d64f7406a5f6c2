using Directives.Chasing;
using Directives.Cycles;
using Directives.Dossiers;
using Directives.Register;
using Directives.Reports;

namespace Directives.Access;

/// <summary>
/// Judges personal links (R3): forged, expired, revoked, over, or good. Each use judges again, from the tables, by today's register.
/// </summary>
public sealed class LinkDesk(Installation installation) : ILinkPages, IReportPages
{
    /// <inheritdoc/>
    public async ValueTask<LinkLook> LookAsync(string key, CancellationToken cancel)
    {
        var hash = Links.Hash(key);
        return await installation.Links.FindByHashAsync(hash, cancel) is { } link
            ? await JudgeAsync(hash, link, null, cancel)
            : new LinkLook(null, new LinkRefused(LinkRefusal.Unknown));
    }

    /// <inheritdoc/>
    public async ValueTask<LinkLook> OpenAsync(string key, LinkUse use, CancellationToken cancel)
    {
        var look = await LookAsync(key, cancel);
        if (look is { Session: { Seen: { } seen } session, Look: ReportOwed or ReportFiled })
            await installation.Links.RecordAsync(seen.Link, session.Link, use, installation.Parts.Clock.GetUtcNow(), cancel);
        return look;
    }

    /// <inheritdoc/>
    public async ValueTask<ReportLook> LookAsync(LinkSession session, CancellationToken cancel)
    {
        if ((session.Seen?.Link ?? await installation.Links.FindByHashAsync(session.Link, cancel)) is not { } link) return new LinkRefused(LinkRefusal.Unknown);
        var look = await JudgeAsync(session.Link, link, session.Seen?.Seat, cancel);
        return look.Look switch
        {
            ReportOwed owed => await WithDraftAsync(link, owed, cancel),
            ReportFiled { Amends: { } amends } filed => filed with { Amends = await WithDraftAsync(link, amends, cancel) },
            LinkRefused { Why: LinkRefusal.Over, Receipt: not null } over => await FiledAsync(link, look.Session!.Seen!.Seat.Owed, cancel) ?? (ReportLook)over,
            var refused => refused,
        };
    }

    /// <inheritdoc/>
    public async ValueTask<ReportLook> FileAsync(LinkSession session, ReportContent content, int? amends, CancellationToken cancel)
    {
        if ((session.Seen?.Link ?? await installation.Links.FindByHashAsync(session.Link, cancel)) is not { } link) return new LinkRefused(LinkRefusal.Unknown);
        if (link.Drafter is not null) return new LinkRefused(LinkRefusal.DraftOnly);
        var (cycle, register, today) = await AroundAsync(link, cancel);
        Obligation? seen = null;

        // A second submission of the same words gets the same receipt: the desk decides that.
        var result = await installation.Reports.FileAsync(
            link.Ref(), link.Seat, session.By ?? (link.Substitute is { } substitute ? new Actor(substitute, link.Official) : new Actor(link.Official)), content,
            owed => Refuses(link, seen = owed, register, today) is null or { Receipt: not null }, session.Seen?.Seat, amends, session.Use, cancel: cancel);
        // Beside a draft that filing left behind, nobody sees anything of it: it is over by its number of versions.
        if (result is FilingResult.Accepted) await installation.Drafts.DeleteAsync(session.Sheet, session.Seat, cancel);
        return result switch
        {
            FilingResult.Accepted accepted => Filed(accepted, content, seen!, cycle, register),
            FilingResult.AlreadyFiled already => new LinkRefused(LinkRefusal.Over, already.Receipt),
            FilingResult.NotAdmitted => Refuses(link, seen!, register, today) ?? new LinkRefused(LinkRefusal.Over),
            _ => new LinkRefused(LinkRefusal.Over),
        };
    }

    /// <summary>What a seat owes, for the office to file it for whoever holds it; null where nothing can be filed. It shows no draft.</summary>
    internal async ValueTask<ReportOwed?> ForOfficeAsync(SheetRef sheet, string seat, CancellationToken cancel)
    {
        if (await installation.Cycles.FindFrozenAsync(sheet.Cycle, cancel) is not { } cycle
            || await installation.Reports.LookAsync(sheet, seat, cancel) is not { Owed: { AfterClosing: false, State: not (ObligationState.Filed or ObligationState.NotOwed) } owed }) return null;
        var register = await installation.Registers.GetAsync(cancel);
        var today = cycle.Zone().DateAt(installation.Parts.Clock.GetUtcNow());
        if (register.HolderOf(seat, today) is not { } holder) return null;
        var link = new Link(sheet.Partition, seat, holder.Id, owed.Link, today);
        return await WithDraftAsync(link, OwedLook(link, owed, cycle, today, register, holder) with
        {
            LastVersion = (await installation.Reports.NewestAsync(sheet, owed, cancel))?.Content,
        }, cancel);
    }

    private static ReportFiled Filed(
        FilingResult.Accepted accepted, ReportContent content, Obligation owed, Cycle cycle, RegisterSnapshot register, ReportOwed? amends = null) => new(
        ReceiptOf(accepted, cycle), register.PlaceOf(owed.Place)?.Name ?? owed.Place, cycle.Cadence, cycle.From, cycle.To, content, accepted.Version, amends);

    /// <summary>Why the link opens nothing (any more), or null; pure.</summary>
    private LinkRefused? Refuses(Link link, Obligation owed, RegisterSnapshot register, DateOnly today) =>
        link.Number < owed.Link ? new LinkRefused(LinkRefusal.Revoked)
        : register.HolderOf(link.Seat, today)?.Id != link.Official ? new LinkRefused(LinkRefusal.Over)
        // Before anything of the report is said: whoever has the old mailbox now is a stranger.
        : link is { Drafter: null, Substitute: null } && register.Official(link.Official) is { } official && !installation.Links.IsFor(link, official.Address) ? new LinkRefused(LinkRefusal.Moved)
        : link.Substitute is { } substitute && register.Acting(link.Official, owed.Place, today).Official.Id != substitute ? new LinkRefused(LinkRefusal.NotSubstitute)
        : link.Substitute is { } reader && register.Official(reader) is { } stands && !installation.Links.IsFor(link, stands.Address) ? new LinkRefused(LinkRefusal.Moved)
        : owed.State is ObligationState.Filed or ObligationState.NotOwed || owed.AfterClosing ? new LinkRefused(LinkRefusal.Over, owed.Receipt)
        : today > link.Until ? new LinkRefused(LinkRefusal.Expired)
        : null;

    private async ValueTask<(Cycle Cycle, RegisterSnapshot Register, DateOnly Today)> AroundAsync(Link link, CancellationToken cancel)
    {
        var cycle = await installation.Cycles.FrozenAsync(link.Ref().Cycle, cancel);
        return (cycle, await installation.Registers.GetAsync(cancel), cycle.Zone().DateAt(installation.Parts.Clock.GetUtcNow()));
    }

    /// <param name="seen">What this request has just read; null to read it.</param>
    private async ValueTask<LinkLook> JudgeAsync(string hash, Link link, SeatSeen? seen, CancellationToken cancel)
    {
        var (cycle, register, today) = await AroundAsync(link, cancel);
        seen ??= await installation.Reports.LookAsync(link.Ref(), link.Seat, cancel);
        if (seen is null || register.Official(link.Official) is not { } official)
            return new LinkLook(null, new LinkRefused(LinkRefusal.Unknown));
        var owed = seen.Owed;
        var user = link.Substitute is { } by ? register.Official(by) : link.Drafter is null ? official : await DrafterAsync(link, register, cancel);
        if (user is null) return new LinkLook(null, new LinkRefused(LinkRefusal.NotDrafter));
        if (link.Drafter is not null && !installation.Links.IsFor(link, user.Address)) return new LinkLook(null, new LinkRefused(LinkRefusal.Moved));
        var title = user.Titles();
        var session = new LinkSession(hash, link.Sheet, link.Seat, link.Official, title, user.Language) { Drafter = link.Drafter, Substitute = link.Substitute, Seen = new(link, seen) };
        var refused = Refuses(link, owed, register, today);
        if (refused is { Receipt: null }) return new LinkLook(null, refused);
        if (refused is not null && (link.Drafter is not null || !await installation.Reports.MayAmendAsync(link.Ref(), seen, cancel))) return new LinkLook(session, refused);
        var last = await installation.Reports.NewestAsync(link.Ref(), owed, cancel);
        var look = OwedLook(link, owed, cycle, today, register, official) with
        {
            Language = user.Language,
            Drafter = link.Drafter is null ? null : title,
            LastVersion = last?.Content,
        };
        return new LinkLook(session, refused is null ? look : last is null ? refused : Filed(FilingResult.Accepted.Of(last, owed), last.Content, owed, cycle, register, look));
    }

    /// <summary>Who prepares by this link, judged by this moment's register and rows; null for one who does so no longer.</summary>
    private async ValueTask<Official?> DrafterAsync(Link link, RegisterSnapshot register, CancellationToken cancel) =>
        register.ClerkOf(link.Official) is { } clerk && clerk.Id == link.Drafter ? clerk
        : (await installation.Assistants.FindAsync(link.Official, cancel))?.Now is { } assistant && assistant.Id == link.Drafter ? assistant.Person()
        : null;

    private static ReportOwed OwedLook(
        Link link, Obligation owed, Cycle cycle, DateOnly today, RegisterSnapshot register, Official official) => new()
        {
            Id = Tables.Keys.Join(link.Sheet, link.Seat),
            Place = register.PlaceOf(owed.Place)?.Name ?? owed.Place,
            Role = owed.Role,
            Owner = official.Titles(),
            Language = official.Language,
            Cadence = cycle.Cadence,
            From = cycle.From,
            To = cycle.To,
            Due = owed.Due,
            Today = today,
            Versions = owed.Versions,
            Amends = owed.State == ObligationState.Filed ? owed.Versions : null,
            ReturnedBecause = owed is { Round: > 1, Versions: > 0, State: ObligationState.Open } ? owed.RoundReason : null,
            ExtendedBecause = owed is { Round: > 1, Versions: 0 } ? owed.RoundReason : null,
            Asked = owed.Told?.Any(t => t.Round == owed.Round && t.Rung == ReadyDesk.Rung) == true,
        };

    /// <summary>What only a form asks for: the draft, the promises of the report before, and who reads.</summary>
    private async ValueTask<ReportOwed> WithDraftAsync(Link link, ReportOwed owed, CancellationToken cancel)
    {
        var (cycle, register, today) = await AroundAsync(link, cancel);
        var draft = await installation.Drafts.FindAsync(link.Sheet, link.Seat, owed.Versions, cancel);
        var last = await installation.LastReports.FindAsync(cycle, link.Seat, owed.Role, cancel);
        var place = register.Seat(link.Seat)?.Place;
        return owed with
        {
            Draft = draft is null ? null : DraftDesk.Seen(draft, cycle.Zone()),
            LastPromises = last is null ? [] : PromiseRules.Of(last.Content),
            ReadersAbove = place is null ? [] : [.. register.InChargeAbove(place, today)
                .Where(o => o.Id != link.Official).Select(o => o.Titles())],
        };
    }

    private async ValueTask<ReportFiled?> FiledAsync(Link link, Obligation owed, CancellationToken cancel)
    {
        if (await installation.Reports.NewestAsync(link.Ref(), owed, cancel) is not { } report) return null;
        var (cycle, register, _) = await AroundAsync(link, cancel);
        return Filed(FilingResult.Accepted.Of(report, owed), report.Content, owed, cycle, register);
    }

    /// <summary>The receipt of a version.</summary>
    internal static ReportReceipt ReceiptOf(FiledReport report, Obligation owed, Cycle cycle) => ReceiptOf(FilingResult.Accepted.Of(report, owed), cycle);

    private static ReportReceipt ReceiptOf(FilingResult.Accepted accepted, Cycle cycle) => new(
        accepted.Receipt, accepted.At, cycle.Zone().LocalAt(accepted.At), accepted.Mark == FilingMark.OnTime, accepted.AfterClosing);
}
