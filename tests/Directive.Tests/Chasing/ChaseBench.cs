using Directives.Calendars;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Register;

namespace Directives.Tests.Chasing;

/// <summary>A sheet of the small province in hand, without tables: advances it and keeps what was told.</summary>
internal sealed class ChaseBench
{
    public ChaseBench(params IReadOnlyList<Obligation> obligations)
        : this(SmallProvince.Content(), obligations)
    {
    }

    public ChaseBench(RegisterContent register, params IReadOnlyList<Obligation> obligations)
    {
        Chase = new Chase(SmallProvince.Edition, HolidayFile.Vietnam, RegisterSnapshot.Build(register));
        Rows = [.. obligations];
        Head = new SheetHead
        {
            Cycle = SmallProvince.CycleId,
            Area = "11",
            Part = 0,
            LastDay = SmallProvince.Days[6],
            Tally = Tally.Nothing with { Seats = Rows.Count },
        };
    }

    public Chase Chase { get; }

    public List<Obligation> Rows { get; }

    public SheetHead Head { get; private set; }

    public List<Notice> Told { get; } = [];

    public List<SkippedRung> Skipped { get; } = [];

    /// <summary>What a seat owes when the cycle opens.</summary>
    public static Obligation Owes(string place) => new()
    {
        Seat = place.Length == 2 ? $"{place}.in-charge" : SmallProvince.Monitor(place),
        Place = place,
        Role = place.Length == 2 ? SeatRole.InCharge : SeatRole.Monitor,
        FirstDue = SmallProvince.Due,
        Due = SmallProvince.Due,
    };

    /// <summary>When a rung (0 … 5) is climbed, or the sheet closes (7: the end of the last day).</summary>
    public static DateTimeOffset At(int rung) => rung == 7
        ? SmallProvince.Zone.EndOfDay(SmallProvince.Days[6])
        : SmallProvince.Zone.StartOfDay(SmallProvince.Days[rung]);

    /// <summary>Seats whose owners cannot be reached, with the reason.</summary>
    public Dictionary<string, string> Unreached { get; } = [];

    /// <summary>Advances to a time and carries the advice out.</summary>
    public Advice Wake(DateTimeOffset now)
    {
        var advice = Look(now);
        foreach (var step in advice.Steps)
        {
            var i = Rows.FindIndex(o => o.Seat == step.Seat);
            Rows[i] = (step.HandedOver ?? Rows[i]) with
            {
                Rung = step.Rung,
                State = step.NotOwed is not null ? ObligationState.NotOwed : step.Missed ? ObligationState.Missed : Rows[i].State,
                TakenOverBy = step.TakenOverBy,
            };
            Told.AddRange(step.Notices);
            Skipped.AddRange(step.Skipped);
        }

        Head = Head with { Closed = advice.Closes || Head.Closed, Next = advice.Next };
        return advice;
    }

    public Advice Look(DateTimeOffset now) =>
        Chase.Advance(new SheetRef(SmallProvince.Authority, SmallProvince.CycleId, "11", 0), Head, Rows, now, Unreached);
}
