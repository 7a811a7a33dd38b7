# Build rules that every module shares: flags, one static library per module, embedded text files.

if(BRANCHLINE_MOLD)
    find_program(BRANCHLINE_MOLD_LINKER mold)
    if(BRANCHLINE_MOLD_LINKER)
        add_link_options(-fuse-ld=mold)
    endif()
endif()

# GCC 12 takes the alternatives that a std::variant does not hold for uninitialised values when it optimises, so that
# this one warning of -Wall says nothing about code with Results in it. In a unity build it takes .cpp files for headers, where
# private types in anonymous namespaces would be a mistake.
add_library(bl_flags INTERFACE)
target_compile_options(bl_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
    -Wno-maybe-uninitialized $<$<CONFIG:Release>:-Wno-restrict>
    $<$<BOOL:${CMAKE_UNITY_BUILD}>:-Wno-subobject-linkage>
    $<$<BOOL:${BRANCHLINE_WERROR}>:-Werror>)
target_compile_definitions(bl_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_NO_KEYWORDS
    BRANCHLINE_VERSION="${PROJECT_VERSION}")
target_include_directories(bl_flags INTERFACE ${PROJECT_SOURCE_DIR})
if(BRANCHLINE_SANITIZE)
    add_compile_options(-fsanitize=${BRANCHLINE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
    add_link_options(-fsanitize=${BRANCHLINE_SANITIZE})
endif()
if(BRANCHLINE_COVERAGE)
    add_compile_options(--coverage)
    add_link_options(--coverage)
endif()

# bl_library(NAME SOURCES… [PUBLIC targets…] [PRIVATE targets…]): one static library per module. PUBLIC is for what the
# module's headers need.
function(bl_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    target_link_libraries(${name} PUBLIC bl_flags ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
endfunction()

# bl_program(NAME SOURCES… [PRIVATE targets…]): an executable.
function(bl_program name)
    cmake_parse_arguments(ARG "" "" "SOURCES;PRIVATE" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE bl_flags ${ARG_PRIVATE})
endfunction()

# bl_embed(TARGET NAMESPACE name HEADER path FILES…): makes `const std::vector<bl::EmbeddedFile>& NAME()` from text files, so that
# programs need no data directory beside them.
function(bl_embed target)
    cmake_parse_arguments(ARG "" "FUNCTION;BASE" "FILES" ${ARGN})
    set(out ${CMAKE_CURRENT_BINARY_DIR}/${ARG_FUNCTION}.cpp)
    set(inputs)
    foreach(file IN LISTS ARG_FILES)
        list(APPEND inputs ${ARG_BASE}/${file})
    endforeach()
    string(REPLACE ";" "|" files "${ARG_FILES}")
    add_custom_command(OUTPUT ${out}
        COMMAND ${CMAKE_COMMAND} -DOUT=${out} -DFUNCTION=${ARG_FUNCTION} -DBASE=${ARG_BASE} "-DFILES=${files}"
                -P ${PROJECT_SOURCE_DIR}/installer/cmake/embed.cmake
        DEPENDS ${inputs} ${PROJECT_SOURCE_DIR}/installer/cmake/embed.cmake
        VERBATIM)
    target_sources(${target} PRIVATE ${out})
endfunction()
