using System.Reflection;

namespace Directives.Tests.Cloud.Sdk;

/// <summary>Compares a declared type with the real one of the same name, member by member.</summary>
internal static class ContractComparison
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    /// <summary>What the declaration says and the real type lacks; none where all of it is there.</summary>
    public static IReadOnlyList<string> Lacks(Type declared, Type real)
    {
        var lacks = new List<string>();
        if (KindOf(declared) != KindOf(real)) lacks.Add($"{real.FullName} is {KindOf(real)}, declared {KindOf(declared)}");
        if (declared.IsEnum) return [.. lacks, .. Values(declared).Except(Values(real))];
        for (var super = declared.BaseType; super is not null; super = super.BaseType)
        {
            if (!Bases(real).Contains(NameOf(super))) lacks.Add($"{real.FullName} does not derive from {NameOf(super)}");
        }

        var there = Members(real, All).ToHashSet(StringComparer.Ordinal);
        return [.. lacks, .. Members(declared, Own).Where(member => !there.Contains(member)).Select(member => $"{real.FullName} has no {member}")];
    }

    private static string KindOf(Type type) => type.IsEnum ? "an enum" : type.IsInterface ? "an interface" : type.IsValueType ? "a struct" : "a class";

    private static IEnumerable<string> Bases(Type type)
    {
        for (var super = type.BaseType; super is not null; super = super.BaseType) yield return NameOf(super);
    }

    private static IEnumerable<string> Values(Type type) => Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), null)}");

    /// <summary>Everything that others can call, inherited members of real types and interfaces included.</summary>
    private static IEnumerable<string> Members(Type type, BindingFlags which)
    {
        var types = which == All && type.IsInterface ? [type, .. type.GetInterfaces()] : new[] { type };
        foreach (var one in types)
        {
            foreach (var constructor in type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).Where(c => IsSeen(c) && !IsWritten(c)))
                yield return $"new({Parameters(constructor)})";
            foreach (var method in one.GetMethods(which).Where(m => IsSeen(m) && !IsWritten(m)))
                yield return $"{(method.IsStatic ? "static " : "")}{NameOf(method.ReturnType)} {method.Name}{(method.IsGenericMethod ? $"`{method.GetGenericArguments().Length}" : "")}({Parameters(method)})";
            foreach (var field in one.GetFields(which).Where(f => f is { IsPublic: true, IsSpecialName: false }))
                yield return $"{(field.IsStatic ? "static " : "")}{NameOf(field.FieldType)} {field.Name}";
        }
    }

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    /// <summary>What the compiler writes for records, which neither has to agree on.</summary>
    private static bool IsWritten(MethodBase method) =>
        method.Name is "Equals" or "GetHashCode" or "ToString" or "PrintMembers" or "<Clone>$" or "get_EqualityContract" or "op_Equality" or "op_Inequality" or "Finalize"
        || (method.IsConstructor && method.GetParameters() is [var only] && only.ParameterType == method.DeclaringType);

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(p => $"{NameOf(p.ParameterType)} {p.Name}{(p.IsOptional ? " = …" : "")}"));

    private static string NameOf(Type type) =>
        type.IsGenericParameter ? (type.DeclaringMethod is null ? $"!{type.GenericParameterPosition}" : $"!!{type.GenericParameterPosition}")
        : type.IsByRef ? $"{NameOf(type.GetElementType()!)}&"
        : type.IsArray ? $"{NameOf(type.GetElementType()!)}[]"
        : type.IsGenericType ? $"{type.GetGenericTypeDefinition().FullName}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
        : type.FullName ?? type.Name;
}
