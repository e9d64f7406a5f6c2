namespace Directives.Web.Office;

/// <summary>Seats by state.</summary>
public sealed record SeatCounts(int OnTime, int Late, int Open, int Overdue, int Missed)
{
    /// <summary>The states that are counted.</summary>
    public static readonly IReadOnlyList<SeatState> States = [SeatState.OnTime, SeatState.Late, SeatState.Open, SeatState.Overdue, SeatState.Missed];

    public static readonly SeatCounts None = new(0, 0, 0, 0, 0);

    /// <summary>All seats.</summary>
    public int Total => OnTime + Late + Open + Overdue + Missed;

    /// <summary>How many stand so.</summary>
    public int this[SeatState state] => state switch
    {
        SeatState.OnTime => OnTime,
        SeatState.Late => Late,
        SeatState.Open => Open,
        SeatState.Overdue => Overdue,
        SeatState.Missed => Missed,
        _ => 0,
    };

    public static SeatCounts operator +(SeatCounts a, SeatCounts b) =>
        new(a.OnTime + b.OnTime, a.Late + b.Late, a.Open + b.Open, a.Overdue + b.Overdue, a.Missed + b.Missed);
}
