using System.Globalization;

namespace Directives.Tests.Hostile;

/// <summary>What a hostile run came to: numbers, and whatever must not have been.</summary>
internal sealed class HostileTally
{
    private readonly SortedDictionary<int, int> _statuses = [];
    private readonly List<string> _faults = [];

    public int Requests { get; private set; }

    /// <summary>Requests that may change something, and were let through.</summary>
    public int Accepted { get; private set; }

    public int Refused { get; private set; }

    public int Endpoints { get; set; }

    /// <summary>Times that all tables were compared with what they held before.</summary>
    public int Compared { get; set; }

    public IReadOnlyList<string> Faults => _faults;

    public void Count(int status, bool accepted)
    {
        Requests++;
        _statuses[status] = _statuses.GetValueOrDefault(status) + 1;
        if (accepted) Accepted++;
        if (status >= 400) Refused++;
    }

    public void Fault(string what)
    {
        if (_faults.Count < 40) _faults.Add(what.Length > 600 ? what[..600] : what);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Requests} requests to {Endpoints} endpoints: {string.Join(", ", _statuses.Select(s => $"{(s.Key == 0 ? "closed" : s.Key.ToString(CultureInfo.InvariantCulture))} × {s.Value}"))}; {Refused} refused, {Accepted} changing requests accepted; tables compared {Compared} times; {_faults.Count} faults");
}
