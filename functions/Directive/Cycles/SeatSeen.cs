using Directives.Chasing;
using Directives.Dossiers;

namespace Directives.Cycles;

/// <summary>What a seat owed when it was looked at. Read in this order, so that the head's version guards the obligation too.</summary>
public sealed record SeatSeen(Held<SheetHead> Sheet, Obligation Owed)
{
    /// <summary>What the seat owes on this sheet, or null for nothing. Two reads.</summary>
    public static async ValueTask<SeatSeen?> LookAsync(DossierStore dossiers, SheetRef id, string seat, CancellationToken cancel) =>
        await dossiers.HeadAsync<SheetHead>(id.Dossier, cancel) is { } held
            && await dossiers.RowAsync<Obligation>(id.Dossier, SheetRef.ObligationKey(seat), cancel) is { } owed ? new SeatSeen(held, owed) : null;

    /// <summary>The same under the head as this process left it, to act on and for nothing else; null where it left none. One read.</summary>
    public static async ValueTask<SeatSeen?> RecallAsync(DossierStore dossiers, SheetRef id, string seat, CancellationToken cancel) =>
        dossiers.Last(id.Dossier)?.HeldAs<SheetHead>() is { } held
            && await dossiers.RowAsync<Obligation>(id.Dossier, SheetRef.ObligationKey(seat), cancel) is { } owed ? new SeatSeen(held, owed) : null;
}
