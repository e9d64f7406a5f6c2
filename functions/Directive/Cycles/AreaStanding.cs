namespace Directives.Cycles;

/// <summary>Seats of an area by state; what is owed, by its due date, so that each day can say what is overdue.</summary>
/// <param name="Code">Code of the area; empty for all together.</param>
/// <param name="Owed">How many are owed by each due date (local day).</param>
/// <param name="Filed">How many reports came on each local day.</param>
public sealed record AreaStanding(
    string Code, int OnTime, int Late, int Missed, Dictionary<DateOnly, int> Owed, Dictionary<DateOnly, int> Filed)
{
    /// <summary>How many are owed whose due date is over.</summary>
    public int Overdue(DateOnly today)
    {
        var sum = 0;
        foreach (var (due, count) in Owed) sum += due < today ? count : 0;
        return sum;
    }

    /// <summary>How many are owed in all.</summary>
    public int StillOwed { get; } = Owed.Values.Sum();

    /// <summary>An area of which nothing is known yet.</summary>
    public static AreaStanding None(string code) => new(code, 0, 0, 0, new Dictionary<DateOnly, int>(), new Dictionary<DateOnly, int>());

    internal Adding Open() => new(this);

    /// <summary>A standing while others are added to it or taken off.</summary>
    internal sealed class Adding(AreaStanding from)
    {
        private readonly Dictionary<DateOnly, int> _owed = new(from.Owed);
        private readonly Dictionary<DateOnly, int> _filed = new(from.Filed);
        private int _onTime = from.OnTime;
        private int _late = from.Late;
        private int _missed = from.Missed;

        public void Add(AreaStanding other, int times)
        {
            _onTime += times * other.OnTime;
            _late += times * other.Late;
            _missed += times * other.Missed;
            Add(_owed, other.Owed, times);
            Add(_filed, other.Filed, times);
        }

        public AreaStanding Close() => new(from.Code, _onTime, _late, _missed, _owed, _filed);

        private static void Add(Dictionary<DateOnly, int> sums, Dictionary<DateOnly, int> other, int times)
        {
            foreach (var (day, count) in other)
            {
                var sum = sums.GetValueOrDefault(day) + (times * count);
                if (sum == 0) sums.Remove(day);
                else sums[day] = sum;
            }
        }
    }
}
