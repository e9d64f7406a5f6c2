using Directives.Chasing;
using Directives.Dossiers;

namespace Directives.Cycles;

/// <summary>A sheet as it was read: head under its version, all obligations.</summary>
public sealed record Sheet(SheetRef Ref, Held<SheetHead> Held, IReadOnlyList<Obligation> Obligations)
{
    public SheetHead Head => Held.Head;

    /// <summary>The obligation of a seat, or null.</summary>
    public Obligation? Of(string seat) => Obligations.FirstOrDefault(o => o.Seat == seat);

    /// <summary>Reads a sheet; null where it is not written (yet).</summary>
    public static async ValueTask<Sheet?> ReadAsync(DossierStore dossiers, SheetRef sheet, CancellationToken cancel)
    {
        // Head first: rows that change after it make the commit under its version fail.
        if (await dossiers.HeadAsync<SheetHead>(sheet.Dossier, cancel) is not { } held) return null;
        return await ReadAsync(dossiers, sheet, held, cancel);
    }

    /// <summary>Reads the rest of a sheet whose head was read before.</summary>
    public static async ValueTask<Sheet> ReadAsync(DossierStore dossiers, SheetRef sheet, Held<SheetHead> held, CancellationToken cancel) =>
        new(sheet, held, await dossiers.RowsAsync<Obligation>(sheet.Dossier, SheetRef.Obligations, cancel));
}
