using System.Text.Json.Serialization;
using Directives.Language;
using Directives.Register;

namespace Directives.Web.Registers;

/// <summary>A place, to be named and opened.</summary>
/// <param name="Code">Names it in the register.</param>
/// <param name="OfficialCode">The code that the state gives it; another unit may have had the same.</param>
/// <param name="Name">Its name on the day that was asked for.</param>
public sealed record PlaceLink(string Code, string OfficialCode, string Name)
{
    /// <summary>A version of a place.</summary>
    public static PlaceLink Of(Place place) => new(place.Code, place.ShownCode(), place.Name);

    /// <summary>Path of its page.</summary>
    [JsonIgnore]
    public string Address => RegisterEndpoints.PlaceAddress(Code);
}

/// <summary>An official, to be named and opened.</summary>
public sealed record PersonLink(string Id, Bilingual Title)
{
    /// <summary>Path of their page.</summary>
    [JsonIgnore]
    public string Address => RegisterEndpoints.PersonAddress(Id);
}

/// <summary>A body, to be named.</summary>
public sealed record BodyLink(string Id, Bilingual Name);

/// <summary>A seat, to be named and opened.</summary>
public sealed record SeatLink(string Id, PlaceLink Place, SeatRole Role)
{
    /// <summary>Path of its page.</summary>
    [JsonIgnore]
    public string Address => RegisterEndpoints.SeatAddress(Id);
}

/// <summary>A list a page at a time.</summary>
/// <param name="Rows">Those of this page.</param>
/// <param name="Page">From 1.</param>
/// <param name="Pages">At least 1.</param>
/// <param name="Total">Rows of all pages.</param>
public sealed record Paged<T>(IReadOnlyList<T> Rows, int Page, int Pages, int Total)
{
    /// <summary>The same page of something made of its rows.</summary>
    public Paged<TOther> Select<TOther>(Func<T, TOther> make) => new([.. Rows.Select(make)], Page, Pages, Total);
}

/// <summary>Cuts lists into pages.</summary>
internal static class Paging
{
    /// <summary>The page with this number, or the one next to it that there is.</summary>
    public static Paged<T> PageOf<T>(this IReadOnlyCollection<T> all, int page, int size)
    {
        var pages = Math.Max(1, (all.Count + size - 1) / size);
        page = Math.Clamp(page, 1, pages);
        return new Paged<T>([.. all.Skip((page - 1) * size).Take(size)], page, pages, all.Count);
    }
}
