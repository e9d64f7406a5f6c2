using Directives.Language;

namespace Directives.Web.Registers;

/// <summary>Words of the register's pages.</summary>
public static class RegisterWords
{
    /// <summary>From a day to a day, or since a day.</summary>
    public static string Span(Texts texts, DateOnly from, DateOnly? to) => to is { } end ? texts.Span(from, end) : texts["admin.since", from];

    /// <summary>A level of places; one that only a register knows keeps its own name.</summary>
    public static string Level(Texts texts, string level) => texts.Has($"story.level.{level}") ? texts[$"story.level.{level}"] : level;

    /// <summary>A place with the one above it.</summary>
    public static string Seat(Texts texts, SeatLink seat) => $"{seat.Place.Name} – {texts[$"role.{seat.Role}"]}";
}
