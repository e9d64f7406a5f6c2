using Directives.Cycles;
using Directives.Dossiers;
using Directives.Register;

namespace Directives.Chasing;

/// <summary>Why "told by telephone" was not noted.</summary>
public enum TelephoneRefusal
{
    /// <summary>The seat owes nothing (any more), or nobody holds it.</summary>
    NothingOwed,

    /// <summary>Nobody is named as spoken to.</summary>
    NobodyNamed,

    TooLong,
}

/// <summary>The office notes whom it told by telephone; from then on the ladder of that round goes as usual.</summary>
public sealed class TelephoneDesk(DossierStore dossiers, CycleStore cycles, RegisterStore registers, TimeProvider clock)
{
    public const int LongestName = 200;
    public const int LongestNote = 2000;

    /// <summary>Notes it on one obligation. Done already is fine; null when done.</summary>
    public Task<TelephoneRefusal?> NoteAsync(SheetRef id, string seat, Actor by, string spokeTo, string note, CancellationToken cancel = default) =>
        Races.AgainAsync<TelephoneRefusal?>(async () =>
        {
            if (Judge(spokeTo, note) is { } refusal) return refusal;
            if (await SeatSeen.LookAsync(dossiers, id, seat, cancel) is not ({ Head.Closed: false } held, { State: ObligationState.Open } owed))
                return TelephoneRefusal.NothingOwed;
            var now = clock.GetUtcNow();
            var today = (await cycles.FrozenAsync(id.Cycle, cancel)).Zone().DateAt(now);
            if ((await registers.GetAsync(cancel)).HolderOf(seat, today) is not { } owner) return TelephoneRefusal.NothingOwed;
            // The same words again are the same call; a call after the letters were stopped is another.
            if (Unreached.WasTelephoned(owed, owner.Id) && owed.Telephoned!.SpokeTo == spokeTo.Trim() && owed.Telephoned.Note == note.Trim()) return null;
            var told = owed with
            {
                Telephoned = new Telephoned(owed.Round, owner.Id, now, by.Id, spokeTo.Trim(), note.Trim()),
                Told = [.. owed.Told ?? [], new ToldRung(owed.Round, Telephoned.Event, owner.Id, now)],
            };
            var act = new Act("told-by-telephone", by, note.Trim()).Put(SheetRef.ObligationKey(seat), told).Note(seat, null, $"spoke to {spokeTo.Trim()}");
            await dossiers.CommitAsync(id.Dossier, held, held.Head, act, cancel);
            return null;
        });

    /// <summary>What is wrong with the office's words, or null.</summary>
    public static TelephoneRefusal? Judge(string spokeTo, string note) =>
        string.IsNullOrWhiteSpace(spokeTo) ? TelephoneRefusal.NobodyNamed
        : spokeTo.Length > LongestName || note.Length > LongestNote ? TelephoneRefusal.TooLong
        : null;
}
