using System.Collections.Concurrent;
using NodaTime;
using NodaTime.TimeZones;

namespace Directives.Calendars;

/// <summary>
/// The time zone in which a directive's days begin and end (R2). Rules reckon in local days, tables in UTC: this is the
/// only bridge. The zone data is carried by the program, so the machine needs none. Every instant returned has offset
/// zero. Instants within a day of the ends of <see cref="DateTimeOffset"/> throw <see cref="ArgumentOutOfRangeException"/>.
/// </summary>
/// <param name="ianaId">IANA name, e.g. <c>Asia/Ho_Chi_Minh</c>; case matters.</param>
/// <exception cref="TimeZoneNotFoundException">No zone of that name.</exception>
public sealed class Zone(string ianaId)
{
    private static readonly ConcurrentDictionary<string, Zone> Known = new(StringComparer.Ordinal);

    private readonly DateTimeZone _zone = Find(ianaId) ?? throw new TimeZoneNotFoundException(
        $"There is no time zone \"{ianaId}\". Use an IANA name such as Asia/Ho_Chi_Minh.");

    /// <summary>The IANA name.</summary>
    public string Id { get; } = ianaId;

    /// <summary>The one instance for a name.</summary>
    /// <exception cref="TimeZoneNotFoundException">No zone of that name.</exception>
    public static Zone Of(string ianaId) => Known.GetOrAdd(ianaId, static id => new Zone(id));

    /// <summary>Whether there is a zone of that name.</summary>
    public static bool Exists(string ianaId) => Find(ianaId) is not null;

    /// <summary>
    /// The first instant of a local day, in UTC. Where summer time skips midnight that is the first instant after the gap;
    /// a day that a zone left out altogether (Samoa, 30 December 2011) is empty and starts where the next one starts.
    /// </summary>
    public DateTimeOffset StartOfDay(DateOnly day)
    {
        var midnight = _zone.MapLocal(LocalDate.FromDateOnly(day).AtMidnight());
        // Not AtStartOfDay: it throws for a day that was left out.
        var start = midnight.Count == 0 ? midnight.LateInterval.Start : midnight.First().ToInstant();
        return start.ToDateTimeOffset();
    }

    /// <summary>The instant at which a local day is over, in UTC: the start of the next one. Exclusive.</summary>
    public DateTimeOffset EndOfDay(DateOnly day) => StartOfDay(day.AddDays(1));

    /// <summary>The local day in which an instant lies.</summary>
    public DateOnly DateAt(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant));

    /// <summary>
    /// A local time of a day, in UTC. A time that summer time skips moves forward by the length of the gap; of a time that
    /// comes twice the first is taken.
    /// </summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time) =>
        _zone.ResolveLocal(LocalDate.FromDateOnly(day) + LocalTime.FromTimeOnly(time), Resolvers.LenientResolver)
            .ToInstant().ToDateTimeOffset();

    /// <summary>Local date and time of an instant, for people to read.</summary>
    public DateTime LocalAt(DateTimeOffset instant) => DateAt(instant).ToDateTime(TimeAt(instant));

    /// <summary>What the clock on the wall shows at an instant.</summary>
    public TimeOnly TimeAt(DateTimeOffset instant) => TimeOnly.FromDateTime(Local(instant));

    public override string ToString() => Id;

    private static DateTimeZone? Find(string ianaId)
    {
        ArgumentNullException.ThrowIfNull(ianaId);
        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(ianaId);
    }

    private DateTime Local(DateTimeOffset instant) =>
        new(instant.UtcTicks + _zone.GetUtcOffset(Instant.FromDateTimeOffset(instant)).Ticks);
}
