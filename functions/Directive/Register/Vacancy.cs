namespace Directives.Register;

/// <summary>Since when a seat has been vacant (R1); pure.</summary>
public static class Vacancy
{
    /// <summary>The first local day of the vacancy in which a day lies: after whoever held it last, but not before its place was in force.</summary>
    /// <param name="posts">All posts of the seat; none of them holds on the day.</param>
    /// <param name="place">The place as it is on the day.</param>
    public static DateOnly Since(IEnumerable<Post> posts, Place place, DateOnly day)
    {
        var last = Last(posts, day)?.To;
        return last is { } to && to >= place.From ? to.AddDays(1) : place.From;
    }

    /// <summary>The post that ended last before a day; null for none.</summary>
    public static Post? Last(IEnumerable<Post> posts, DateOnly day) => posts.Where(p => p.To < day).MaxBy(p => p.To);

    /// <summary>The post that begins next after a day; null where none is known.</summary>
    public static Post? Next(IEnumerable<Post> posts, DateOnly day) => posts.Where(p => p.From > day).MinBy(p => p.From);
}
