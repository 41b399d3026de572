# cmake -D FILES=<file>;... -D TEMPLATE=<file> -D OUTPUT=<file> -P fingerprint.cmake
#
# Configures TEMPLATE, in which @FINGERPRINT@ is 15 hexadecimal digits of a hash over the contents of FILES.
foreach(file IN LISTS FILES)
  file(SHA256 ${file} hash)
  string(APPEND hashes ${hash})
endforeach()
string(SHA256 FINGERPRINT "${hashes}")
string(SUBSTRING ${FINGERPRINT} 0 15 FINGERPRINT)
configure_file(${TEMPLATE} ${OUTPUT} @ONLY)
# configure_file leaves an unchanged file as old as it was; the build needs it newer than FILES.
file(TOUCH ${OUTPUT})
